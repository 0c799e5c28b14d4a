using System.Collections.Immutable;
using Unknot.Body;
using Unknot.Charts;
using Unknot.Charts.Choosing;
using Unknot.Charts.Sheets;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Chart;

/// <summary>What a chart's address asks for: <c>?region=temple&amp;paper=a3</c>.</summary>
internal sealed class ChartQuery
{
    private readonly IQueryCollection query;

    internal ChartQuery(IQueryCollection query, ChartMaker maker, Texts T)
    {
        this.query = query;
        Filter = new ChartFilter { Region = Word("region"), Part = Word("part"), Muscle = Word("muscle"), Symptom = Word("symptom") };
        Choice = maker.Choose(Filter);
        var paper = Paper.Find(Word("paper") ?? Paper.A4.Id);
        var build = ChartMaker.Builds.FirstOrDefault(build => build.Id == (Word("build") ?? FigureBuild.Neutral.Id));
        Paper = paper ?? Paper.A4;
        Build = build ?? FigureBuild.Neutral;
        var problems = ImmutableArray.CreateBuilder<(string Field, string Message)>();
        problems.AddRange(Choice is ChartChoice.Refused refused ? refused.Problems : []);
        if (paper is null)
        {
            problems.Add(("paper", T["There is no such paper. Allowed: {0}.", string.Join(", ", Paper.All.Select(known => known.Id))]));
        }

        if (build is null)
        {
            problems.Add(("build", T["There is no such build. Allowed: {0}.", string.Join(", ", ChartMaker.Builds.Select(known => known.Id))]));
        }

        Problems = problems.ToImmutable();
    }

    internal ChartFilter Filter { get; }

    internal ChartChoice Choice { get; }

    internal Paper Paper { get; }

    internal FigureBuild Build { get; }

    /// <summary>What is not known, by field.</summary>
    internal ImmutableArray<(string Field, string Message)> Problems { get; }

    /// <summary>The address of a file of the same chart.</summary>
    internal string AddressOf(string file, Paper? paper = null)
    {
        (string Name, string? Value)[] fields =
            [("region", Filter.Region), ("part", Filter.Part), ("muscle", Filter.Muscle), ("symptom", Filter.Symptom), ("build", Build == FigureBuild.Neutral ? null : Build.Id), ("paper", paper?.Id)];
        var given = fields.Where(field => field.Value is not null).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}");
        return $"{file}{(given.Any() ? "?" : "")}{string.Join('&', given)}";
    }

    private string? Word(string name) => query[name] is [{ } word, ..] && !string.IsNullOrWhiteSpace(word) ? word.Trim() : null;
}
