using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Web.Shared;

/// <summary>A browser in which somebody of the practice is signed in, as the real pages do it. It follows no redirect by itself.</summary>
public sealed partial class SignedInClient : IDisposable
{
    public const string Password = "velvet anchor rides tomorrow";

    private static int networks;

    private SignedInClient(HttpClient http, Guid personId, string name, string email)
    {
        (Http, PersonId, Name, Email) = (http, personId, name, email);
    }

    public HttpClient Http { get; }

    public Guid PersonId { get; }

    public string Name { get; }

    public string Email { get; }

    /// <summary>Makes an account with a role and signs it in: the first of a site by its set-up link, later ones by an invitation.</summary>
    public static async Task<SignedInClient> AsAsync(WebApplicationFactory<Program> site, string role = PracticeRole.Owner)
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstOwner>().PrepareAsync(CancellationToken.None) is { } secret)
        {
            var owner = await JoinAsync(site, $"/console/set-up?key={secret}", "Olivia Owner");
            if (role == PracticeRole.Owner)
            {
                return owner;
            }

            owner.Dispose();
        }

        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var by = await db.UserRoles.Join(db.Roles.Where(each => each.Name == PracticeRole.Owner), given => given.RoleId, each => each.Id, (given, _) => given.UserId).FirstAsync();
        var address = await scope.ServiceProvider.GetRequiredService<Invitations>().InviteAsync(by, role, null, key => $"/console/invitation?key={key}", CancellationToken.None);
        return await JoinAsync(site, address, $"Somebody {role}");
    }

    /// <summary>A browser in which nobody is signed in, in a network of its own.</summary>
    public static HttpClient Stranger(WebApplicationFactory<Program> site)
    {
        // A site on a port is asked through the network, where the factory's own client would follow redirects.
        var http = site.Services.GetRequiredService<IServer>() is TestServer
            ? site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false })
            : new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.ClientOptions.BaseAddress };
        var number = Interlocked.Increment(ref networks);
        http.DefaultRequestHeaders.Add(OwnNetwork.Header, $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}");
        return http;
    }

    /// <summary>Loads a page and sends one of its forms, with the token that the page gave.</summary>
    /// <param name="page">Address of the page, with its query.</param>
    /// <param name="handler">Which of the page's forms; null for the one without a name.</param>
    public Task<HttpResponseMessage> SubmitAsync(string page, string? handler = null, params (string Name, string Value)[] fields) => SubmitAsync(Http, page, handler, fields);

    /// <summary>The same for any browser.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient http, string page, string? handler = null, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(http, page);
        var address = handler is null ? page : $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
        return await http.PostAsync(address, new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }

    /// <summary>The token that a post to the console must carry, as field <c>__RequestVerificationToken</c> or as header <c>RequestVerificationToken</c>.</summary>
    public static async Task<string> TokenAsync(HttpClient http, string page)
    {
        var response = await http.GetAsync(page);
        var html = await response.Content.ReadAsStringAsync();
        return Token().Match(html) is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups["token"].Value)
            : throw new InvalidOperationException($"{page} answered {(int)response.StatusCode} and holds no form with a token.");
    }

    public void Dispose() => Http.Dispose();

    private static async Task<SignedInClient> JoinAsync(WebApplicationFactory<Program> site, string link, string name)
    {
        var http = Stranger(site);
        var email = $"{Guid.NewGuid():N}@practice.example";
        using var response = await SubmitAsync(http, link, null, ("name", name), ("email", email), ("password", Password));
        if (response.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"The account was not made: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        await using var scope = site.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Users.Where(person => person.Email == email).Select(person => person.Id).SingleAsync();
        return new SignedInClient(http, id, name, email);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*? value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
