using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;

namespace Unknot.Cli.Commands;

/// <summary>Reads the answers beside the drawing as they are typed: <c>ID</c>, <c>ID:side</c>, <c>ID=value</c>, <c>ID:side=value</c>. Used once.</summary>
/// <param name="atlas">Knows what answers are about.</param>
/// <param name="errors">Takes what is wrong, in words.</param>
internal sealed class TraceAnswers(AtlasData atlas, List<string> errors)
{
    private readonly AnswerNames names = new(atlas);

    internal ImmutableArray<PainQuality> Qualities(IEnumerable<string> words)
    {
        var found = new HashSet<PainQuality>();
        foreach (var word in words)
        {
            if (!AnswerNames.TryQuality(word.Trim().ToLowerInvariant(), out var quality, out var problem))
            {
                errors.Add($"--quality: {problem}");
            }

            found.Add(quality);
        }

        return [.. found.Order()];
    }

    internal ImmutableArray<CauseAnswer> Causes(IEnumerable<string> texts)
    {
        var found = new Dictionary<CauseId, bool>();
        foreach (var text in texts)
        {
            var (name, side, value) = Parts(text);
            if (side is not null)
            {
                errors.Add($"--cause {text}: a cause has no side. Allowed: ID or ID=no.");
            }
            else if (!names.TryCause(name, out var cause, out var problem))
            {
                errors.Add($"--cause: {problem}");
            }
            else if (YesOrNo("--cause", text, value, whenLeftOut: true) is { } applies)
            {
                Add("--cause", text, cause, applies, found);
            }
        }

        return [.. found.Select(pair => new CauseAnswer(pair.Key, pair.Value))];
    }

    internal ImmutableArray<SymptomAnswer> Symptoms(IEnumerable<string> texts)
    {
        var found = new Dictionary<(SymptomId Symptom, Side Side), bool>();
        foreach (var text in texts)
        {
            var (name, word, value) = Parts(text);
            if (!names.TrySymptom(name, out var symptom, out var problem) || !AnswerNames.TryAnswerSide(word, out var side, out problem))
            {
                errors.Add($"--symptom: {problem}");
            }
            else if (YesOrNo("--symptom", text, value, whenLeftOut: true) is { } present && IsOneSide("--symptom", text, symptom, side, [.. found.Keys]))
            {
                Add("--symptom", text, (symptom, side), present, found);
            }
        }

        return [.. found.Select(pair => new SymptomAnswer(pair.Key.Symptom, pair.Key.Side, pair.Value))];
    }

    internal ImmutableArray<QuestionAnswer> Questions(IEnumerable<string> texts)
    {
        var found = new Dictionary<(QuestionId Question, Side Side), bool>();
        foreach (var text in texts)
        {
            var (name, word, value) = Parts(text);
            if (!names.TryQuestion(name, out var question, out var problem) || !AnswerNames.TryAnswerSide(word, out var side, out problem))
            {
                errors.Add($"--question: {problem}");
            }
            else if (YesOrNo("--question", text, value, whenLeftOut: null) is { } yes && IsOneSide("--question", text, question, side, [.. found.Keys]))
            {
                Add("--question", text, (question, side), yes, found);
            }
        }

        return [.. found.Select(pair => new QuestionAnswer(pair.Key.Question, pair.Key.Side, pair.Value))];
    }

    internal ImmutableArray<PressAnswer> Presses(IEnumerable<string> texts)
    {
        var found = new Dictionary<SidedPoint, PressOutcome>();
        foreach (var text in texts)
        {
            var (name, word, value) = Parts(text);
            if (!names.TryPoint(name, out var point, out var problem)
                || !names.TrySideOf(point, word ?? "", out var side, out problem)
                || !AnswerNames.TryOutcome(value ?? "", out var outcome, out problem))
            {
                errors.Add($"--press: {problem}");
            }
            else
            {
                Add("--press", text, new SidedPoint(point, side), outcome, found);
            }
        }

        return [.. found.Select(pair => new PressAnswer(pair.Key, pair.Value))];
    }

    /// <summary>"a:left=no" in three; null for what is not there.</summary>
    private static (string Name, string? Side, string? Value) Parts(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var (subject, value) = equals < 0 ? (text, null) : (text[..equals], text[(equals + 1)..].Trim().ToLowerInvariant());
        var colon = subject.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (subject.Trim(), null, value) : (subject[..colon].Trim(), subject[(colon + 1)..].Trim().ToLowerInvariant(), value);
    }

    private bool? YesOrNo(string option, string text, string? value, bool? whenLeftOut)
    {
        bool? read = value switch { "yes" => true, "no" => false, null => whenLeftOut, _ => null };
        if (read is null)
        {
            errors.Add($"{option} {text}: {(value is null ? "the answer is missing" : $"'{value}' is no answer")}. Allowed: yes, no.");
        }

        return read;
    }

    /// <summary>Without a side an answer speaks about both, and one about a side beside it would say a thing twice, or two things.</summary>
    private bool IsOneSide<TId>(string option, string text, TId id, Side side, ImmutableArray<(TId Id, Side Side)> known)
        where TId : struct
    {
        var mixed = known.Any(other => other.Id.Equals(id) && other.Side != side && (other.Side == Side.Midline || side == Side.Midline));
        if (mixed)
        {
            errors.Add($"{option} {text}: given for one side and for both. Give it once without a side, or once for each side.");
        }

        return !mixed;
    }

    private void Add<TKey, TValue>(string option, string text, TKey key, TValue value, Dictionary<TKey, TValue> found)
        where TKey : notnull
        where TValue : struct
    {
        if (!found.TryAdd(key, value))
        {
            errors.Add($"{option} {text}: {(found[key].Equals(value) ? "given twice" : "answered in two ways; give the one that holds")}.");
        }
    }
}
