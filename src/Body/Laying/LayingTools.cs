namespace Unknot.Body.Laying;

/// <summary>What lays a muscle; each thread has its own.</summary>
internal sealed record LayingTools(ZonePainter Zones, FibreLayer Fibres, SignFinder Signs);
