namespace Unknot.Charts.Choosing;

/// <summary>What a chart is asked to show, in the words of whoever asks; what is <c>null</c> or blank does not matter.</summary>
public sealed record ChartFilter
{
    /// <summary>Where it hurts: id, plain name or synonym of a region; a side after a colon makes no difference.</summary>
    public string? Region { get; init; }

    /// <summary>Where the muscle lies: a part of the body, such as <c>shoulder-arm</c>.</summary>
    public string? Part { get; init; }

    /// <summary>Id, plain or Latin name, or synonym of a muscle.</summary>
    public string? Muscle { get; init; }

    /// <summary>Words for what is felt, such as <c>headache</c> or <c>stiff neck</c>.</summary>
    public string? Symptom { get; init; }
}
