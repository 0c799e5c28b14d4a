using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Techniques;

/// <summary>A technique in which a ball rolls, as it is shown in motion.</summary>
/// <param name="Rolled">The muscles along which it rolls.</param>
/// <param name="Shown">The one of them that is shown first.</param>
/// <param name="ElementId">Of the element in the page.</param>
/// <param name="Address">Where the choice leads without script.</param>
public sealed record Motion(Technique Technique, ImmutableArray<Muscle> Rolled, Muscle Shown, Side Side, Roll Roll, StillPicture Still, string ElementId, string Address)
{
    /// <param name="muscle">Which of its muscles is wanted; the first when it is none of them.</param>
    /// <returns>Null when nothing rolls in it.</returns>
    internal static Motion? Of(
        Technique technique, string muscle, Side side, string elementId, string address, AtlasData atlas, BodyAtlas body, FlatFigures figures, Texts texts)
    {
        var rolls = Rolls.Of(atlas).Where(roll => roll.Release.Technique == technique.Id).ToArray();
        if (rolls.Length == 0)
        {
            return null;
        }

        var (shown, release, roll) = rolls.FirstOrDefault(candidate => candidate.Muscle.Id.ToString() == muscle) is { Roll: not null } chosen ? chosen : rolls[0];
        return new Motion(
            technique, [.. rolls.Select(each => each.Muscle)], shown, side, roll, StillPicture.Of(shown, release, roll, side, body, figures, texts), elementId, address);
    }
}
