using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Inference.Reasoning;

/// <summary>Everything that can be wrong with what was answered.</summary>
internal static class InquiryChecks
{
    internal static ImmutableArray<DrawingProblem> ProblemsOf(Inquiry inquiry, AtlasData atlas, ReferralMap map)
    {
        if (inquiry.Qualities.IsDefault || inquiry.Places.IsDefault || inquiry.Places.Any(place => place.Qualities.IsDefault) || inquiry.Causes.IsDefault || inquiry.Symptoms.IsDefault || inquiry.Questions.IsDefault || inquiry.Presses.IsDefault)
        {
            return [new("", "the lists of qualities, places, causes, symptoms, questions and presses must all be there; empty ones are allowed")];
        }

        var problems = ImmutableArray.CreateBuilder<DrawingProblem>();
        Check("qualities", inquiry.Qualities, quality => quality, quality => Enum.IsDefined(quality) ? null : $"there is no quality {(int)quality}", problems);
        Check("places", inquiry.Places, place => place.Region, place => TroubleWith(place, atlas), problems);
        Check("causes", inquiry.Causes, answer => answer.Cause, answer => atlas.Causes.Any(known => known.Id == answer.Cause) ? null : $"there is no cause '{answer.Cause}'", problems);
        Check("symptoms", inquiry.Symptoms, answer => (answer.Symptom, answer.Side), answer => atlas.Symptoms.Any(known => known.Id == answer.Symptom) ? null : $"there is no symptom '{answer.Symptom}'", problems);
        Check("questions", inquiry.Questions, answer => (answer.Question, answer.Side), answer => atlas.Questions.Any(known => known.Id == answer.Question) ? null : $"there is no question '{answer.Question}'", problems);
        Check("presses", inquiry.Presses, answer => answer.Point, answer => map.Has(answer.Point) ? null : $"the atlas has no point '{answer.Point}' on that side", problems);
        return problems.ToImmutable();
    }

    private static string? TroubleWith(PlaceQualities place, AtlasData atlas)
    {
        if (place.Region.Region == default || !atlas.TryGetRegion(place.Region.Region, out var region) || !region.AllowedSides.Contains(place.Region.Side))
        {
            return $"there is no region '{place.Region}'";
        }

        return place.Qualities.All(Enum.IsDefined) ? null : $"'{place.Region}' has a quality that does not exist";
    }

    private static void Check<TAnswer, TKey>(
        string place,
        ImmutableArray<TAnswer> answers,
        Func<TAnswer, TKey> keyOf,
        Func<TAnswer, string?> troubleWith,
        ImmutableArray<DrawingProblem>.Builder problems)
    {
        var seen = new HashSet<TKey>();
        for (var i = 0; i < answers.Length; i++)
        {
            if (troubleWith(answers[i]) is { } trouble)
            {
                problems.Add(new($"{place}[{i}]", trouble));
            }
            else if (!seen.Add(keyOf(answers[i])))
            {
                problems.Add(new($"{place}[{i}]", $"'{keyOf(answers[i])}' is answered twice; once is allowed"));
            }
        }
    }
}
