using System.Net;
using System.Text;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Hosting;

/// <summary>What only shows on a real port.</summary>
public sealed class RealConnectionTests : IDisposable
{
    private readonly OwnStoreSite site = new();

    [Fact]
    public async Task A_client_that_sends_ten_megabytes_can_read_the_refusal()
    {
        site.UseKestrel(0);
        site.StartServer();
        using var client = new HttpClient { BaseAddress = site.ClientOptions.BaseAddress };
        using var body = new StringContent(new string(' ', 10_000_000), Encoding.UTF8, "application/json");

        var response = await client.PostAsync("/api/v1/trace", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    public void Dispose() => site.Dispose();
}
