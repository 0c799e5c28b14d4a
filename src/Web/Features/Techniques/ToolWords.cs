using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Techniques;

/// <summary>What tools have in common, in the order in which they are shown.</summary>
internal enum ToolGroup
{
    Hands,
    Ball,
    Aids,
    WithoutPressing,
}

internal static class ToolWords
{
    internal static ToolGroup GroupOf(Tool tool) => tool switch
    {
        Tool.Fingers or Tool.Thumb or Tool.Pinch or Tool.OppositeHand or Tool.Knuckles => ToolGroup.Hands,
        Tool.BallOnWall or Tool.BallOnFloor or Tool.BallOnSeat or Tool.BallOnTable => ToolGroup.Ball,
        Tool.Roller or Tool.Cane or Tool.OtherLeg => ToolGroup.Aids,
        Tool.Breath or Tool.Therapist => ToolGroup.WithoutPressing,
        _ => throw new UnreachableException(),
    };

    internal static string Of(Texts T, ToolGroup group) => group switch
    {
        ToolGroup.Hands => T["With your hands"],
        ToolGroup.Ball => T["With a ball"],
        ToolGroup.Aids => T["With a roller, a cane or the other leg"],
        ToolGroup.WithoutPressing => T["Without pressing yourself"],
        _ => throw new UnreachableException(),
    };

    internal static string Of(Texts T, Tool tool) => tool switch
    {
        Tool.Fingers => T["Fingertips"],
        Tool.Thumb => T["Thumb"],
        Tool.Pinch => T["Thumb and finger"],
        Tool.OppositeHand => T["Other hand"],
        Tool.BallOnWall => T["Ball, wall"],
        Tool.BallOnFloor => T["Ball, floor or chair"],
        Tool.Roller => T["Roller"],
        Tool.Cane => T["Hooked cane"],
        Tool.BallOnSeat => T["Ball, chair"],
        Tool.BallOnTable => T["Ball, table"],
        Tool.Knuckles => T["Knuckles"],
        Tool.OtherLeg => T["Other leg"],
        Tool.Breath => T["Breathing"],
        Tool.Therapist => T["Therapist"],
        _ => throw new UnreachableException(),
    };
}
