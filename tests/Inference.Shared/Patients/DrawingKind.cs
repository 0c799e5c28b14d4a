namespace Unknot.Inference.Shared.Patients;

/// <summary>How a made-up patient draws.</summary>
internal enum DrawingKind
{
    /// <summary>Connected ellipses over the felt places, as people paint.</summary>
    Blob,

    /// <summary>Single cells and whole regions, each by itself; harder, because little of it is neighbours.</summary>
    Scattered,
}
