using System.Net.WebSockets;

namespace Rostrum.Serving;

/// <summary>One open page: what it shows, and the line on which it is told when that is no longer what the site has there.</summary>
internal sealed class LiveTab(WebSocket socket, LiveHello hello)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim turn = new(1);
    private readonly string query = hello.Target.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? hello.Target[mark..] : "";
    private string page = hello.Page;
    private string problems = hello.Problems;

    /// <summary>Tells the page what it does not know of a snapshot; true when what it shows had changed. A page that does not listen is given up.</summary>
    public async Task<bool> TellAsync(Func<(Snapshot Snapshot, ProblemsMessage Problems)> latest, IReadOnlyList<string> files)
    {
        await turn.WaitAsync();
        try
        {
            var (snapshot, said) = latest();
            var answer = RequestGuard.Decode(hello.Target) is { } path ? SiteAnswer.To(path, query, snapshot) : null;
            var changed = answer is { IsPage: true } && answer.Version != page;
            var news = said.Version != problems;
            if (!changed && !news && files.Count == 0) return false;
            using var patience = new CancellationTokenSource(Patience);
            await socket.SendAsync(LiveMessage.Of(changed ? answer : null, news ? said : null, files), WebSocketMessageType.Text, true, patience.Token);
            page = changed ? answer!.Version : page;
            problems = said.Version;
            return changed;
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            socket.Abort();
            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Waits until the page is closed, or the server ends.</summary>
    public async Task UntilClosedAsync(CancellationToken ending)
    {
        var buffer = new byte[256];
        while (socket.State == WebSocketState.Open)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(), ending);
            if (received.MessageType == WebSocketMessageType.Close) return;
        }
    }
}
