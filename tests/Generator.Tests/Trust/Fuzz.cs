using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Rostrum.Tests.Trust;

/// <summary>
/// Makes inputs from pieces, one after the other, each from its number alone, until something does not hold; then leaves out pieces as long as it still does not hold.
/// <c>ROSTRUM_FUZZ_SECONDS</c> goes on for so long; <c>ROSTRUM_FUZZ_FROM</c> begins at another number.
/// </summary>
internal static class Fuzz
{
    /// <summary>How long each kind of input is tried beyond its first cases.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(Number("ROSTRUM_FUZZ_SECONDS", 0));

    /// <summary>Tries inputs of up to <paramref name="most"/> pieces; gives how many.</summary>
    /// <param name="cases">How many are tried at least.</param>
    /// <param name="pieces">What they are made from.</param>
    /// <param name="most">How many pieces an input has at most.</param>
    /// <param name="hold">Throws what is wrong with an input.</param>
    public static int Run(int cases, IReadOnlyList<string> pieces, int most, Action<string> hold)
    {
        var clock = Stopwatch.StartNew();
        var first = Number("ROSTRUM_FUZZ_FROM", 0);
        var seed = first;
        for (; seed < first + cases || clock.Elapsed < Time; seed++)
        {
            var random = new Random(seed);
            var input = Enumerable.Range(0, 1 + random.Next(most)).Select(_ => pieces[random.Next(pieces.Count)]).ToList();
            if (Failure(input, hold) is null) continue;
            var shrunk = Shrink(input, hold);
            Assert.Fail($"Input {seed}, left of it: {Quote(string.Concat(shrunk))}\n{Failure(shrunk, hold)}");
        }

        return seed - first;
    }

    private static List<string> Shrink(List<string> input, Action<string> hold)
    {
        for (var size = Math.Max(1, input.Count / 2); size > 0; size /= 2)
        {
            for (var at = 0; at + size <= input.Count;)
            {
                var less = input.Take(at).Concat(input.Skip(at + size)).ToList();
                if (Failure(less, hold) is null) at += size;
                else input = less;
            }
        }

        return input;
    }

    private static string? Failure(List<string> input, Action<string> hold)
    {
        try
        {
            hold(string.Concat(input));
            return null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text) quoted.Append(c switch { '\n' => "\\n", '"' => "\\\"", '\\' => "\\\\", < ' ' or '\u007F' => $"\\u{(int)c:X4}", _ => c });
        return quoted.Append('"').ToString();
    }

    private static int Number(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
