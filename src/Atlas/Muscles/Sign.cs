namespace Unknot.Atlas;

/// <summary>A symptom that goes with active points of a muscle.</summary>
public sealed record Sign
{
    public required SymptomId Symptom { get; init; }

    public required HowOften Frequency { get; init; }
}
