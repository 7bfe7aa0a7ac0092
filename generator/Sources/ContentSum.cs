using System.IO.Hashing;

namespace Rostrum.Sources;

/// <summary>What tells contents from one another: XXH128 as 32 hexadecimal digits. It proves nothing, since it can be forged.</summary>
internal static class ContentSum
{
    /// <summary>The sum of some bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(XxHash128.Hash(bytes));

    /// <summary>The sum of all that is left of a stream.</summary>
    public static string Of(Stream stream)
    {
        var whole = new XxHash128();
        whole.Append(stream);
        return Convert.ToHexStringLower(whole.GetCurrentHash());
    }
}
