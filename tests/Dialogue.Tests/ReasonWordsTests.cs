using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue.Tests;

public sealed class ReasonWordsTests
{
    private static readonly SidedRegion Neck = new(RegionId.Parse("back-of-neck", null), Side.Right);
    private static readonly CauseId Desk = CauseId.Parse("desk-work", null);
    private static readonly SymptomId Ear = SymptomId.Parse("blocked-ear", null);
    private static readonly QuestionId Bend = QuestionId.Parse("bend-back", null);

    public static readonly TheoryData<Reason, string> Reasons = new()
    {
        { new Reason.NotMarked(Neck, 0.7) { Bits = -0.3 }, "Back of neck, right: not marked, though this point is usually felt there. This speaks a little against it." },
        { new Reason.NotMarked(Neck, 0.4) { Bits = -0.6 }, "Back of neck, right: not marked, though this point is often felt there. This speaks against it." },
        { new Reason.PainFree(Neck, 0.9) { Bits = -3 }, "Back of neck, right: free of pain, though this point is usually felt there. This speaks strongly against it." },
        { new Reason.PainFree(Neck, 0.2) { Bits = -0.5 }, "Back of neck, right: free of pain, though this point is sometimes felt there. This speaks against it." },
        { new Reason.Pressed(PressOutcome.MyPain) { Bits = 4 }, "Pressing it brought on your pain. This speaks strongly for it." },
        { new Reason.Pressed(PressOutcome.OnlyTender) { Bits = -1 }, "It is tender, but pressing it did not bring on your pain. This speaks against it." },
        { new Reason.Pressed(PressOutcome.Nothing) { Bits = -2 }, "Pressing it brought nothing. This speaks strongly against it." },
        { new Reason.Answered(Bend, Side.Midline, true) { Bits = 1 }, "You said yes to “Does it hurt to bend backwards?” This speaks for it." },
        { new Reason.Answered(Bend, Side.Left, false) { Bits = -0.1 }, "You said no to “On your left: does it hurt to bend backwards?” This speaks a little against it." },
        { new Reason.Noticed(Ear, Side.Right, true) { Bits = 0.8 }, "Blocked ear, right: you have this. It speaks for it." },
        { new Reason.Noticed(Ear, Side.Midline, false) { Bits = -0.2 }, "Blocked ear: you do not have this. It speaks a little against it." },
        { new Reason.Caused(Desk, true) { Bits = 0.6 }, $"{TheAtlas.Data.Cause(Desk).Name}: this applies to you. It speaks for it." },
        { new Reason.Caused(Desk, false) { Bits = -0.6 }, $"{TheAtlas.Data.Cause(Desk).Name}: this does not apply to you. It speaks against it." },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_is_one_plain_sentence(Reason reason, string words) => Assert.Equal(words, ReasonWords.Of(reason, TheAtlas.Data));

    [Theory]
    [MemberData(nameof(Reasons))]
    public void The_told_reason_has_the_sentence_and_the_ids_of_its_kind_alone(Reason reason, string words)
    {
        var told = Assert.Single(Telling.Of([reason], TheAtlas.Data));

        Assert.Equal(words, told.Text);
        Assert.Equal(reason.Bits, told.Bits);
        (string Kind, string? Id) expected = reason switch
        {
            Reason.NotMarked => ("not-marked", "back-of-neck"),
            Reason.PainFree => ("pain-free", "back-of-neck"),
            Reason.Pressed pressed => ("pressed", pressed.Outcome switch { PressOutcome.MyPain => "my-pain", PressOutcome.OnlyTender => "only-tender", _ => "nothing" }),
            Reason.Answered => ("answered", "bend-back"),
            Reason.Noticed => ("noticed", "blocked-ear"),
            _ => ("caused", "desk-work"),
        };
        Assert.Equal(expected.Kind, told.Kind);
        Assert.Equal([expected.Id], new[] { told.Region, told.Outcome, told.Question, told.Symptom, told.Cause }.OfType<string>());
        Assert.Equal(told.Region is not null, told.Frequency is not null);
        Assert.Equal(told.Question is not null, told.Yes is not null);
        Assert.Equal(told.Symptom is not null, told.Present is not null);
        Assert.Equal(told.Cause is not null, told.Applies is not null);
        Assert.Equal(reason is Reason.Pressed or Reason.Caused, told.Side is null);
    }
}
