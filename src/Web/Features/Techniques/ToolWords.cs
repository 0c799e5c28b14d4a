using System.Diagnostics;
using Unknot.Atlas;

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

    internal static string Of(ToolGroup group) => group switch
    {
        ToolGroup.Hands => "With your hands",
        ToolGroup.Ball => "With a ball",
        ToolGroup.Aids => "With a roller, a cane or the other leg",
        ToolGroup.WithoutPressing => "Without pressing yourself",
        _ => throw new UnreachableException(),
    };

    internal static string Of(Tool tool) => tool switch
    {
        Tool.Fingers => "Fingertips",
        Tool.Thumb => "Thumb",
        Tool.Pinch => "Thumb and finger",
        Tool.OppositeHand => "Other hand",
        Tool.BallOnWall => "Ball, wall",
        Tool.BallOnFloor => "Ball, floor or chair",
        Tool.Roller => "Roller",
        Tool.Cane => "Hooked cane",
        Tool.BallOnSeat => "Ball, chair",
        Tool.BallOnTable => "Ball, table",
        Tool.Knuckles => "Knuckles",
        Tool.OtherLeg => "Other leg",
        Tool.Breath => "Breathing",
        Tool.Therapist => "Therapist",
        _ => throw new UnreachableException(),
    };
}
