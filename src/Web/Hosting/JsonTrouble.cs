using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Unknot.Web.Hosting;

/// <summary>The form of an endpoint's body in one line, told to whoever sends another.</summary>
internal sealed record BodyForm(string Text);

/// <summary>Says what is wrong with a body of JSON, in words for people who never heard of our types.</summary>
internal static class JsonTrouble
{
    internal static string Describe(JsonException trouble, HttpContext context) => WithForm(WhatIsWrong(trouble), context);

    internal static string DescribeMissing(HttpContext context) => WithForm("The body is missing or null.", context);

    private static string WithForm(string what, HttpContext context)
    {
        // The error handler has taken the endpoint off the request by now and keeps it itself.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var form = endpoint?.Metadata.GetMetadata<BodyForm>();
        return form is null ? what : $"{what} Allowed: {form.Text}";
    }

    private static string WhatIsWrong(JsonException trouble)
    {
        // The reader names the place ($.regions[0].intensity) but, unlike a fault of form, speaks of .NET types.
        var place = trouble.Path is null or "$" ? "The body" : $"'{trouble.Path.Replace("$.", "", StringComparison.Ordinal)}'";
        return trouble.Message switch
        {
            var text when text.Contains("could not be mapped", StringComparison.Ordinal) => $"{place} is not a known field.",
            var text when text.Contains("missing required", StringComparison.Ordinal) => $"{place} lacks a required field.",
            var text when text.Contains("uplicate", StringComparison.Ordinal) => $"{place} is given twice.",
            var text when text.Contains("could not be converted", StringComparison.Ordinal)
                || text.Contains("doesn't allow setting null", StringComparison.Ordinal)
                || text.Contains("null", StringComparison.Ordinal) => $"{place} has the wrong type.",
            _ => $"The body is not JSON: the trouble is in line {trouble.LineNumber + 1}, at byte {trouble.BytePositionInLine + 1}.",
        };
    }
}
