using System.Numerics;

namespace Unknot.Body.Seen;

/// <summary>What can be seen of some zones from one direction, in millimetres of the picture.</summary>
/// <param name="EssentialArea">Of the essential zones as they appear, by their weight; square millimetres.</param>
/// <param name="SpilloverArea">The same for the spillover zones, where no essential zone covers them.</param>
/// <param name="Low">Upper left corner around what is seen of the essential zones; meaningless when that is nothing.</param>
/// <param name="High">Lower right corner.</param>
/// <param name="FarLow">Upper left corner around what is seen of all zones; meaningless when that is nothing.</param>
/// <param name="FarHigh">Lower right corner.</param>
public readonly record struct SeenZone(float EssentialArea, float SpilloverArea, Vector2 Low, Vector2 High, Vector2 FarLow, Vector2 FarHigh);
