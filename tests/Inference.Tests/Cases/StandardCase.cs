using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unknot.Inference.Tests.Cases;

/// <summary>A drawing and what every sound model must make of it, as written in <c>data/cases/&lt;id&gt;.json</c>.</summary>
public sealed record StandardCase
{
    /// <summary>The name of the file.</summary>
    public required string Id { get; init; }

    /// <summary>What the person would say.</summary>
    public required string Says { get; init; }

    /// <summary>Regions that hurt, <c>temple:right</c>.</summary>
    public required ImmutableArray<string> Painful { get; init; }

    /// <summary>Regions said to be free of pain.</summary>
    public required ImmutableArray<string> PainFree { get; init; }

    /// <summary>All must hold.</summary>
    public required ImmutableArray<Lead> Leads { get; init; }

    /// <summary>All must hold.</summary>
    public required ImmutableArray<ExpectedChain> Chains { get; init; }

    /// <summary>Why this is expected; from the literature, never from running the engine.</summary>
    public required string Because { get; init; }

    /// <summary>Keys into the bibliography, at least one.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <param name="AmongFirst">How far down the ranking, 1 or more.</param>
    /// <param name="AnyOf">Muscles, <c>soleus:left</c>; a point of one of them must be there.</param>
    public sealed record Lead(int AmongFirst, ImmutableArray<string> AnyOf);

    /// <param name="Of">A point, <c>upper-trapezius-1:right</c>.</param>
    /// <param name="BeginsWith">The first cause in its chain.</param>
    public sealed record ExpectedChain(string Of, string BeginsWith);

    private static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    internal static ImmutableArray<StandardCase> ReadAll() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(path =>
            {
                var read = JsonSerializer.Deserialize<StandardCase>(File.ReadAllText(path), Strict)!; // "null" would fail on the next line
                Assert.Equal(Path.GetFileNameWithoutExtension(path), read.Id);
                return read;
            }),
    ];
}
