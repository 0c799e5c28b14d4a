using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Unknot.Practice.Tests.Mail;

/// <summary>A mail server of one test, on a port of its own: speaks as much SMTP as a client needs and keeps what it is given.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    public SmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Everything between DATA and the dot, as it came.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>Addresses of RCPT TO.</summary>
    public ConcurrentQueue<string> Recipients { get; } = new();

    /// <summary>What is answered to RCPT TO.</summary>
    public string RecipientAnswer { get; set; } = "250 fine";

    /// <summary>Waited for before a message is taken.</summary>
    public Task BeforeTaking { get; set; } = Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "RCPT":
                        Recipients.Enqueue(line["RCPT TO:".Length..].Trim('<', '>'));
                        await writer.WriteLineAsync(RecipientAnswer);
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        var text = await ReadMessageAsync(reader);
                        await BeforeTaking.WaitAsync(_end.Token);
                        Messages.Enqueue(text);
                        await writer.WriteLineAsync("250 taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 test");
                        break;
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // The client has gone, or the test has ended.
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            if (line == ".")
            {
                return text.ToString();
            }

            text.Append(line).Append("\r\n");
        }

        throw new IOException("The client has gone in the middle of a message.");
    }
}
