using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Laying;

/// <summary>Where landmarks and the places between them lie on the left half of the figure.</summary>
internal sealed class PlaceMap
{
    private readonly Surface surface;
    private readonly Dictionary<LandmarkId, (Vector3 Position, bool OnSkin)> landmarks;

    internal PlaceMap(ImmutableArray<Landmark> landmarks, Surface surface)
    {
        this.surface = surface;
        this.landmarks = landmarks.ToDictionary(landmark => landmark.Id, landmark =>
        {
            var given = new Vector3(landmark.Position[0], landmark.Position[1], landmark.Position[2]);
            var onSkin = landmark.Layer == LandmarkLayer.Skin;
            var position = onSkin ? surface.Nearest(given).Position : given;
            return (landmark.IsMidline ? position with { X = 0 } : position, onSkin);
        });
    }

    /// <summary>The landmarks that a person can see or feel, where they lie.</summary>
    internal ImmutableArray<(LandmarkId Id, string Sign, Vector3 Position)> SignsOf(ImmutableArray<Landmark> all) =>
        [.. all.Where(landmark => landmark.Sign is not null).Select(landmark => (landmark.Id, landmark.Sign!, landmarks[landmark.Id].Position))];

    /// <summary>The straight way between the two landmarks, wherever it runs.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such landmark.</exception>
    internal Vector3 Straight(Place place) =>
        Vector3.Lerp(landmarks[place.From].Position, landmarks[place.To].Position, place.Percent / 100);

    /// <summary>On the skin when both landmarks are, else straight between them.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such landmark.</exception>
    internal Vector3 PositionOf(Place place) =>
        place.From != place.To && landmarks[place.From].OnSkin && landmarks[place.To].OnSkin ? OnSkin(place).Position : Straight(place);

    /// <summary>The place, moved to the nearest skin.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such landmark.</exception>
    internal SkinPlace OnSkin(Place place) => surface.Nearest(Straight(place));
}
