using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;

namespace Unknot.Web.Features.Finder;

/// <summary>Reads what was answered beside the drawing. Used once.</summary>
/// <param name="atlas">Knows how much there is to answer.</param>
/// <param name="names">Knows what answers are about.</param>
/// <param name="problems">Takes everything that is wrong.</param>
internal sealed class AnswersCheck(AtlasData atlas, AnswerNames names, RequestProblems problems)
{
    /// <returns>The inquiry without what is wrong.</returns>
    internal Inquiry Read(TracePain.Request request, Drawing drawing) => new()
    {
        Drawing = drawing,
        Qualities = ReadQualities("qualities", request.Qualities),
        Causes = ReadCauses(request.Causes),
        Symptoms = ReadSymptoms(request.Symptoms),
        Questions = ReadQuestions(request.Questions),
        Presses = ReadPresses(request.Presses),
        Unanswered = ReadUnanswered(request.Unanswered),
    };

    internal ImmutableArray<PainQuality> ReadQualities(string list, ImmutableArray<string> words)
    {
        var seen = new HashSet<PainQuality>();
        for (var i = 0; problems.IsWithin(list, words.Length, Enum.GetValues<PainQuality>().Length) && i < words.Length; i++)
        {
            var place = $"{list}[{i}]";
            if (problems.IsMissing(place, words[i]))
            {
                continue;
            }

            if (!AnswerNames.TryQuality(words[i], out var quality, out var problem))
            {
                problems.Add(place, problem);
            }
            else if (!seen.Add(quality))
            {
                problems.Add(place, $"{quality.ToWord()} is given twice. Each quality may be given once.");
            }
        }

        return [.. seen.Order()];
    }

    private ImmutableArray<CauseAnswer> ReadCauses(ImmutableArray<TracePain.CauseAnswered> entries)
    {
        var seen = new Dictionary<CauseId, bool>();
        for (var i = 0; problems.IsWithin("causes", entries.Length, atlas.Causes.Length) && i < entries.Length; i++)
        {
            var place = $"causes[{i}]";
            if (problems.IsMissing(place, entries[i]))
            {
                continue;
            }

            if (!names.TryCause(entries[i].Cause, out var cause, out var problem))
            {
                problems.Add($"{place}.cause", $"{problem} All are listed at /api/v1/causes.");
            }
            else if (!seen.TryAdd(cause, entries[i].Applies))
            {
                problems.Add($"{place}.cause", Twice(cause.ToString(), seen[cause] != entries[i].Applies));
            }
        }

        return [.. seen.Select(pair => new CauseAnswer(pair.Key, pair.Value))];
    }

    private ImmutableArray<SymptomAnswer> ReadSymptoms(ImmutableArray<TracePain.SymptomAnswered> entries)
    {
        var seen = new Dictionary<SymptomId, Dictionary<Side, bool>>();
        for (var i = 0; problems.IsWithin("symptoms", entries.Length, 2 * atlas.Symptoms.Length) && i < entries.Length; i++)
        {
            var place = $"symptoms[{i}]";
            if (problems.IsMissing(place, entries[i]))
            {
                continue;
            }

            if (!names.TrySymptom(entries[i].Symptom, out var symptom, out var problem))
            {
                problems.Add($"{place}.symptom", $"{problem} All are listed at /api/v1/symptoms.");
            }
            else
            {
                AddSided($"{place}", symptom, $"{symptom}", entries[i].Side, entries[i].Present, seen);
            }
        }

        return [.. seen.SelectMany(each => each.Value.Select(pair => new SymptomAnswer(each.Key, pair.Key, pair.Value)))];
    }

    private ImmutableArray<QuestionAnswer> ReadQuestions(ImmutableArray<TracePain.QuestionAnswered> entries)
    {
        var seen = new Dictionary<QuestionId, Dictionary<Side, bool>>();
        for (var i = 0; problems.IsWithin("questions", entries.Length, 2 * atlas.Questions.Length) && i < entries.Length; i++)
        {
            var place = $"questions[{i}]";
            if (problems.IsMissing(place, entries[i]))
            {
                continue;
            }

            if (!names.TryQuestion(entries[i].Question, out var question, out var problem))
            {
                problems.Add($"{place}.question", $"{problem} All are listed at /api/v1/questions.");
            }
            else
            {
                AddSided($"{place}", question, $"{question}", entries[i].Side, entries[i].Yes, seen);
            }
        }

        return [.. seen.SelectMany(each => each.Value.Select(pair => new QuestionAnswer(each.Key, pair.Key, pair.Value)))];
    }

    /// <summary>One answer for both sides, or one for each: an answer without a side beside one with a side would say a thing twice, or two things.</summary>
    private void AddSided<TId>(string place, TId id, string name, string? sideWord, bool answer, Dictionary<TId, Dictionary<Side, bool>> seen)
        where TId : notnull
    {
        if (!AnswerNames.TryAnswerSide(sideWord, out var side, out var problem))
        {
            problems.Add($"{place}.side", problem);
            return;
        }

        var given = seen.TryGetValue(id, out var known) ? known : seen[id] = [];
        if (given.TryGetValue(side, out var before))
        {
            problems.Add(place, Twice(side == Side.Midline ? name : $"{name}:{side.ToWord()}", before != answer));
        }
        else if (given.Count > 0 && (side == Side.Midline || given.ContainsKey(Side.Midline)))
        {
            problems.Add(place, $"{name} is given for one side and for both. Give it once without a side, or once for each side.");
        }
        else
        {
            given.Add(side, answer);
        }
    }

    private ImmutableArray<PressAnswer> ReadPresses(ImmutableArray<TracePain.PointPressed> entries)
    {
        var limit = atlas.Muscles.Sum(muscle => muscle.Points.Length * muscle.Sides.Length);
        var seen = new Dictionary<SidedPoint, PressOutcome>();
        for (var i = 0; problems.IsWithin("presses", entries.Length, limit) && i < entries.Length; i++)
        {
            var place = $"presses[{i}]";
            if (!problems.IsMissing(place, entries[i]) && ReadPress(place, entries[i]) is { } press && !seen.TryAdd(press.Point, press.Outcome))
            {
                problems.Add(place, Twice(press.Point.ToString(), seen[press.Point] != press.Outcome));
            }
        }

        return [.. seen.Select(pair => new PressAnswer(pair.Key, pair.Value))];
    }

    private PressAnswer? ReadPress(string place, TracePain.PointPressed entry)
    {
        if (!AnswerNames.TryOutcome(entry.Outcome, out var outcome, out var noOutcome))
        {
            problems.Add($"{place}.outcome", noOutcome);
        }

        if (!names.TryPoint(entry.Point, out var point, out var noPoint))
        {
            problems.Add($"{place}.point", $"{noPoint} All are listed at /api/v1/points.");
            return null;
        }

        if (!names.TrySideOf(point, entry.Side, out var side, out var noSide))
        {
            problems.Add($"{place}.side", noSide);
            return null;
        }

        return noOutcome is null ? new PressAnswer(new SidedPoint(point, side), outcome) : null;
    }

    private Unanswered ReadUnanswered(ImmutableArray<TracePain.NotAnswered> entries)
    {
        var limit = atlas.Causes.Length + atlas.Symptoms.Length + atlas.Questions.Length + atlas.Muscles.Sum(muscle => muscle.Points.Length * muscle.Sides.Length);
        var unanswered = new Unanswered();
        for (var i = 0; problems.IsWithin("unanswered", entries.Length, limit) && i < entries.Length; i++)
        {
            var place = $"unanswered[{i}]";
            if (!problems.IsMissing(place, entries[i]))
            {
                unanswered = With(unanswered, place, entries[i]);
            }
        }

        return unanswered;
    }

    private Unanswered With(Unanswered known, string place, TracePain.NotAnswered entry)
    {
        string? problem;
        switch (entry.Kind)
        {
            case "press":
                if (names.TryPoint(entry.Id, out var point, out problem) && names.TrySideOf(point, entry.Side ?? "", out var side, out problem))
                {
                    return known with { Presses = known.Presses.Add(new SidedPoint(point, side)) };
                }

                break;
            case "question":
                if (names.TryQuestion(entry.Id, out var question, out problem))
                {
                    return known with { Questions = known.Questions.Add(question) };
                }

                break;
            case "symptom":
                if (names.TrySymptom(entry.Id, out var symptom, out problem))
                {
                    return known with { Symptoms = known.Symptoms.Add(symptom) };
                }

                break;
            case "cause":
                if (names.TryCause(entry.Id, out var cause, out problem))
                {
                    return known with { Causes = known.Causes.Add(cause) };
                }

                break;
            default:
                problem = $"Nothing of the kind '{AnswerNames.Shortened(entry.Kind)}' is asked. Allowed: press, question, symptom, cause.";
                break;
        }

        problems.Add(place, problem);
        return known;
    }

    private static string Twice(string name, bool differs) =>
        differs ? $"{name} is answered in two ways. Give the one that holds." : $"{name} is given twice. Each may be given once.";
}
