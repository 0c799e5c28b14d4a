using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Unknot.Atlas;

namespace Unknot.Dialogue;

[Description("Where the probability lies in eight of ten sets of figures that the published ones allow.")]
public sealed record ToldRange([property: Description("0 to 1.")] double Low, [property: Description("0 to 1, at least low.")] double High);

[Description("What speaks for or against a point beside the marked areas that it accounts for; only the fields of its kind are there.")]
public sealed record ToldReason
{
    [AllowedValues("not-marked", "pain-free", "pressed", "answered", "noticed", "caused"), Description("What it is about.")]
    public required string Kind { get; init; }

    [Description("One plain sentence.")]
    public required string Text { get; init; }

    [Description("Factor of the odds as a base-2 logarithm: above 0 it speaks for the point, below 0 against it.")]
    public required double Bits { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of not-marked and pain-free.")]
    public string? Region { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of not-marked and pain-free: how often the point is felt there, 0 to 1.")]
    public double? Frequency { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), AllowedValues("my-pain", "only-tender", "nothing", null), Description("Of pressed.")]
    public string? Outcome { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of answered.")]
    public string? Question { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of answered.")]
    public bool? Yes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of noticed.")]
    public string? Symptom { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of noticed.")]
    public bool? Present { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of caused.")]
    public string? Cause { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of caused.")]
    public bool? Applies { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Of the region, the question or the symptom; midline also when both sides are meant.")]
    public Side? Side { get; init; }
}

public sealed record ToldRegion(string Region, [property: Description("Plain name without a side.")] string Name, Side Side);

[Description("The smallest set of points that accounts for nearly everything that any set would account for.")]
public sealed record ToldExplanation
{
    [Description("In the order to treat: what keeps others alive comes first.")]
    public required ImmutableArray<ToldPoint> Points { get; init; }

    [Description("The share of the marked pain that these points account for if they are active, 0 to 1.")]
    public required double Accounts { get; init; }

    [Description("Marked regions that more likely than not have another cause than any point.")]
    public required ImmutableArray<ToldRegion> Unexplained { get; init; }
}

[Description("A point of the explanation, which may contribute.")]
public sealed record ToldPoint
{
    public required string Point { get; init; }

    public required Side Side { get; init; }

    public required string Muscle { get; init; }

    [Description("Everyday name of the muscle.")]
    public required string Name { get; init; }

    [Description("Where in the muscle, in plain words.")]
    public required string Where { get; init; }

    [Description("The points of the explanation (id:side) that it may keep alive; empty for most.")]
    public required ImmutableArray<string> Keeps { get; init; }

    [Description("The marked regions that it accounts for better than the other points of the explanation.")]
    public required ImmutableArray<ToldRegion> Regions { get; init; }
}

[Description("What to do next.")]
public sealed record ToldNext
{
    [Description("At most two, best first; empty when it is time to stop.")]
    public required ImmutableArray<ToldSuggestion> Suggestions { get; init; }

    [AllowedValues("sure-enough", "nothing-to-learn", "enough-asked", "not-muscular", null), Description("Why to stop asking; null while there is something to ask.")]
    public required string? Stop { get; init; }

    [Description("The same in a plain sentence.")]
    public required string? StopWords { get; init; }
}

[Description("Something to ask or to try, because its answer would change which points to treat; only the id of its kind is there.")]
public sealed record ToldSuggestion
{
    [AllowedValues("press", "question", "symptom", "cause"), Description("The answer belongs into the list of this kind in the next request.")]
    public required string Kind { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Point { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("The muscle of a point.")]
    public string? Muscle { get; init; }

    [Description("The same in few words, to name it by: the muscle of a point, the question, the symptom or the cause.")]
    public required string Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Question { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Symptom { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cause { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("The side to answer with, midline when both are meant; none for a cause.")]
    public Side? Side { get; init; }

    [Description("The question in plain words; for a press where the point is.")]
    public required string Text { get; init; }

    [Description("What the answer is expected to tell about which points to treat, in bits.")]
    public required double Gain { get; init; }

    [Description("Effort of answering; 1 is a plain yes/no question.")]
    public required double Cost { get; init; }
}
