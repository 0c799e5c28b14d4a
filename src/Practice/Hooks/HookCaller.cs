using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Unknot.Practice.Hooks;

/// <summary>How webhooks may be called.</summary>
/// <param name="AllowPrivate">Also http, and addresses of this machine and network; for trying out only.</param>
public sealed record HookRules(bool AllowPrivate);

/// <summary>
/// Makes one call. Where it leads is checked at the moment of connecting, as a name may be given another address after it was looked at.
/// No redirect is followed, and of the answer nothing but its status is read.
/// </summary>
public sealed class HookCaller(HookRules rules, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = Client(rules);

    /// <returns>Whether it was taken, and the status or a word for what went wrong.</returns>
    public async Task<(bool IsTaken, string Answer)> CallAsync(string address, string secret, string body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(HookSignature.Header, HookSignature.Of(secret, time.GetUtcNow(), body));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Unknot-Webhooks", "1"));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return (response.IsSuccessStatusCode, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (false, "no answer within 10 seconds");
        }
        catch (HttpRequestException trouble)
        {
            return (false, WordFor(trouble));
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient Client(HookRules rules)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 0,
            ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, rules, cancellation),
        };
        return new HttpClient(handler, disposeHandler: true) { Timeout = Patience };
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint place, HookRules rules, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(place.Host, cancellation);
        var allowed = Array.FindAll(found, address => rules.AllowPrivate || PublicAddresses.IsPublic(address));
        if (allowed.Length == 0)
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, place.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string WordFor(HttpRequestException trouble)
    {
        for (Exception? cause = trouble; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PrivateAddressException:
                    return "leads to a private address";
                case AuthenticationException:
                    return "its certificate is not trusted";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return "no such name";
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return "connection refused";
                default:
                    break;
            }
        }

        return "no connection";
    }

    /// <summary>All addresses of a name are private.</summary>
    private sealed class PrivateAddressException() : IOException("Leads to a private address.");
}
