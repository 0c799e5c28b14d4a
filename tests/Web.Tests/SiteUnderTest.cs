using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests;

/// <summary>The real application, started once for all tests.</summary>
public sealed class SiteUnderTest : OwnStoreSite
{
    /// <summary>A client that follows nothing by itself.</summary>
    public HttpClient Visitor { get => field ??= CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }); }

    /// <summary>Sends a body of JSON as it is.</summary>
    public Task<HttpResponseMessage> TraceAsync(string json) =>
        Visitor.PostAsync("/api/v1/trace", new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>Posts the finder's form as a browser without script does.</summary>
    public Task<HttpResponseMessage> SubmitFinderAsync(params (string Name, string Value)[] fields) =>
        Visitor.PostAsync("/", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public async Task<JsonNode> GetJsonAsync(string address) =>
        await Visitor.GetFromJsonAsync<JsonNode>(address) ?? throw new InvalidOperationException($"{address} answered null.");
}

[CollectionDefinition(Name)]
public sealed class Site : ICollectionFixture<SiteUnderTest>
{
    internal const string Name = "site";
}
