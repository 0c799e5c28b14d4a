using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>A place and three unit directions at right angles in which a limb is described.</summary>
/// <param name="Side">Away from the midline where the limb hangs.</param>
/// <param name="Along">From the trunk towards fingers and toes, or upwards in the trunk.</param>
internal readonly record struct Frame(Vector3 Origin, Vector3 Side, Vector3 Along, Vector3 Front)
{
    /// <summary>The body frame: side = left, along = up, front = forward.</summary>
    internal static readonly Frame Body = new(Vector3.Zero, Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ);

    /// <summary>A frame along a direction whose side lies as near to <paramref name="side"/> as it can.</summary>
    internal static Frame AlongDirection(Vector3 origin, Vector3 along, Vector3 side)
    {
        var axis = Vector3.Normalize(along);
        var toSide = Vector3.Normalize(side - (axis * Vector3.Dot(side, axis)));
        var front = Vector3.Normalize(Vector3.Cross(toSide, axis));
        return new Frame(origin, toSide, axis, front.Z < 0 ? -front : front);
    }

    internal Vector3 At(float side, float along, float front) => Origin + (Along * along) + (Side * side) + (Front * front);

    internal Knot At(float side, float along, float front, float radius) => new(At(side, along, front), radius);
}
