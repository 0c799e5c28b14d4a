using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Charts.Choosing;

/// <summary>What a filter leads to.</summary>
public abstract record ChartChoice
{
    private ChartChoice()
    {
    }

    /// <summary>All points of the atlas, or those that the filter leaves.</summary>
    /// <param name="Title">Of the chart.</param>
    /// <param name="Points">In the order of their numbers; at least one.</param>
    public sealed record Some(string Title, ImmutableArray<ChartPoint> Points) : ChartChoice;

    /// <summary>Every point of one muscle, asked for by its name and nothing else: it has a chart of its own.</summary>
    public sealed record OneMuscle(Muscle Muscle, ImmutableArray<ChartPoint> Points) : ChartChoice;

    /// <summary>Every word was understood, but no point answers to all of them.</summary>
    public sealed record Nothing(string Message) : ChartChoice;

    /// <summary>Something is not known.</summary>
    /// <param name="Problems">By the name of the filter's field in lower case: what is wrong and what is allowed; at least one.</param>
    public sealed record Refused(ImmutableArray<(string Field, string Message)> Problems) : ChartChoice;
}
