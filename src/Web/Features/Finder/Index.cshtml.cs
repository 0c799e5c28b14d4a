using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Finder;

/// <summary>What the form without script says of a marked region.</summary>
/// <param name="Mark">Such as <c>temple:right</c>.</param>
/// <param name="Strength">A key of <see cref="IndexModel.Strengths"/>, or <see cref="IndexModel.DoesNotHurt"/>; empty: as on the whole.</param>
/// <param name="Feels">A word for how it feels; empty when none was chosen.</param>
public sealed record FormPlace(string Mark, string Strength, string Feels);

/// <summary>
/// The finder. Its path without script is a row of posts that carry everything with them: regions, then answers, then the ranking.
/// Nothing about a person's health is ever part of an address.
/// </summary>
public sealed class IndexModel(AtlasData atlas, BodyAtlas body, PainModel model, PainWords words, AnswerNames names, Texts T) : PageModel
{
    internal const string MarkField = "mark";
    internal const string StrengthField = "strength";
    internal const string GoField = "go";
    internal const string FreeField = "free";
    internal const string WordsField = "words";
    internal const string CheckField = "check";
    internal const string UndoField = "undo";

    /// <summary>The strength of a place that was marked and does not hurt after all.</summary>
    internal const string DoesNotHurt = "none";

    /// <summary>Values of the button that sends the form.</summary>
    internal const string GoMark = "mark";
    internal const string GoWords = "words";
    internal const string GoQuestions = "questions";
    internal const string GoNone = "none";
    internal const string GoAnswers = "answers";
    internal const string GoChecked = "checked";

    public AtlasData Atlas => atlas;

    public FinderStep Step { get; private set; } = new FinderStep.Marking();

    /// <summary>The marked regions as they were sent, such as <c>temple:right</c>.</summary>
    public ImmutableArray<string> Marks { get; private set; } = [];

    /// <summary>The regions taken as free of pain, in the same form.</summary>
    public ImmutableArray<string> Free { get; private set; } = [];

    /// <summary>What was said of each marked region.</summary>
    public ImmutableArray<FormPlace> Places { get; private set; } = [];

    /// <summary>What was typed, to be read and corrected; empty when nothing was.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What was pressed and asked since, as <see cref="PostedChecks"/> writes it; each thing once.</summary>
    public ImmutableArray<string> Checks { get; private set; } = [];

    /// <summary>How <see cref="Words"/> was understood; null when it was not asked for.</summary>
    public Understanding? Heard { get; private set; }

    /// <summary>How strong the pain is on the whole, a key of <see cref="Strengths"/>.</summary>
    public string Strength { get; private set; } = "moderate";

    /// <summary>What has to be put right before it goes on; null when nothing has.</summary>
    public string? Problem { get; private set; }

    /// <summary>Choices of strength in the list, with the intensity each stands for.</summary>
    internal static ImmutableArray<(string Key, double Intensity)> Strengths { get; } =
        [("mild", 0.4), ("moderate", 0.7), ("strong", 1)];

    internal static string FieldOf(RedFlag flag) => $"flag-{flag.Id}";

    internal static string StrengthFieldOf(string mark) => $"strength:{mark}";

    internal static string FeelsFieldOf(string mark) => $"feels:{mark}";

    /// <summary>"Temple, right"; the mark itself when it names no region.</summary>
    internal string NameOf(string mark)
    {
        var (name, sideWord) = Parts(mark);
        return RegionId.TryParse(name, null, out var id) && atlas.TryGetRegion(id, out var region)
            && region.AllowedSides.FirstOrDefault(side => side.ToWord() == sideWord, region.AllowedSides[0]) is var side
            ? Wording.Of(T, region.Name, side)
            : mark;
    }

    public void OnGet()
    {
        // The first step is the initial state.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ReadFormAsync(cancellation) is not { } form)
        {
            return BadRequest();
        }

        Marks = [.. form[MarkField].OfType<string>().Distinct(StringComparer.Ordinal)];
        Strength = Strengths.Any(choice => choice.Key == form[StrengthField]) ? form[StrengthField].ToString() : Strength;
        Free = [.. form[FreeField].OfType<string>().Except(Marks, StringComparer.Ordinal).Distinct(StringComparer.Ordinal)];
        Words = form[WordsField].ToString();
        Checks = [.. form[CheckField].OfType<string>().Except(form[UndoField].OfType<string>(), StringComparer.Ordinal).Distinct(StringComparer.Ordinal)];
        Places = [.. Marks.Select(mark => PlaceFrom(form, mark))];
        var go = form[GoField].ToString();
        if (go == GoWords)
        {
            return Hear();
        }

        if (go == GoMark)
        {
            return Page();
        }

        if (Places.All(place => place.Strength == DoesNotHurt))
        {
            return Again(T["Please choose at least one place that hurts."]);
        }

        var check = new InquiryCheck(atlas, body, model, words, names, T);
        if (check.Read(RequestFromMarks()) is not { } inquiry)
        {
            (Marks, Free, Checks, Places) = ([], [], [], []);
            return Again(check.Problems.Summary);
        }

        var flags = RedFlags.For(inquiry.Drawing.Regions.Select(pain => pain.Region.Region), atlas.Safety);
        var confirmed = RedFlags.InOrder([.. flags.Where(flag => form[FieldOf(flag)] == "yes")]);
        switch (go)
        {
            case GoNone or GoAnswers or GoChecked when !confirmed.IsEmpty:
                Step = new FinderStep.Stopped(confirmed[0], confirmed);
                return Page();
            case GoAnswers when flags.Any(flag => form[FieldOf(flag)] != "no"):
                Step = new FinderStep.Asking(flags);
                return Again(T["Please answer every question, or choose “None of these”."]);
            case GoNone or GoAnswers or GoChecked:
                Step = new FinderStep.Ranked(TracePain.AnswerTo(T, inquiry, understood: null, atlas, model));
                return Page();
            case GoQuestions:
                Step = new FinderStep.Asking(flags);
                return Page();
            default:
                return BadRequest();
        }
    }

    /// <summary>Ticks what the words mean, and shows how they were understood.</summary>
    private PageResult Hear()
    {
        if (string.IsNullOrWhiteSpace(Words))
        {
            return Again(T["Please write where it hurts, such as “behind my right eye”."]);
        }

        if (Words.Length > PainWords.MaxLength)
        {
            return Again(UnderstandWords.TooLong(T, Words));
        }

        Heard = words.Read(Words);
        Marks = [.. Marks.Union(Heard.Painful.Select(found => found.Region.ToString()), StringComparer.Ordinal)];
        Free = [.. Free.Union(Heard.PainFree.Select(found => found.Region.ToString()), StringComparer.Ordinal).Except(Marks, StringComparer.Ordinal)];
        Strength = Heard.Strength is { } strength ? Strengths.MinBy(choice => Math.Abs(choice.Intensity - strength.Share)).Key : Strength;
        return Page();
    }

    /// <returns>Null when what was sent is no form.</returns>
    private async Task<IFormCollection?> ReadFormAsync(CancellationToken cancellation)
    {
        try
        {
            return Request.HasFormContentType ? await Request.ReadFormAsync(cancellation) : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static FormPlace PlaceFrom(IFormCollection form, string mark)
    {
        var strength = form[StrengthFieldOf(mark)].ToString();
        var isKnown = strength == DoesNotHurt || Strengths.Any(choice => choice.Key == strength);
        return new(mark, isKnown ? strength : "", form[FeelsFieldOf(mark)].ToString());
    }

    private PageResult Again(string problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private TracePain.Request RequestFromMarks()
    {
        double IntensityOf(FormPlace place) => Strengths.First(choice => choice.Key == (place.Strength is "" ? Strength : place.Strength)).Intensity;
        var painful = Places.Where(place => place.Strength != DoesNotHurt).Select(place => (Mark: Parts(place.Mark), Place: place)).ToList();
        var request = new TracePain.Request
        {
            Regions = [.. painful.Select(each => new TracePain.PainfulRegion { Region = each.Mark.Region, Side = each.Mark.Side, Intensity = IntensityOf(each.Place) })],
            Places =
            [
                .. painful.Where(each => each.Place.Feels is not "")
                    .Select(each => new TracePain.FeltPlace { Region = each.Mark.Region, Side = each.Mark.Side, Qualities = [each.Place.Feels] }),
            ],
            PainFree = [.. Free.Union(Places.Where(place => place.Strength == DoesNotHurt).Select(place => place.Mark), StringComparer.Ordinal).Select(Parts).Select(mark => new TracePain.NamedRegion { Region = mark.Region, Side = mark.Side })],

            // The places of the words have been ticked, and perhaps unticked, by now; how it feels has no other box.
            Qualities = Words.Length <= PainWords.MaxLength ? [.. words.Read(Words).Qualities.Select(found => found.Quality.ToWord())] : [],
        };
        return PostedChecks.With(request, Checks);
    }

    /// <summary>"temple:right" in two; without a colon the side is empty, which no region has.</summary>
    private static (string Region, string Side) Parts(string mark)
    {
        var colon = mark.LastIndexOf(':');
        return colon < 0 ? (mark, "") : (mark[..colon], mark[(colon + 1)..]);
    }
}
