namespace Unknot.Inference.Reasoning;

/// <summary>What the answers of one inquiry say about each point.</summary>
internal sealed class AnswerReasons
{
    private readonly Dictionary<int, List<Reason>> byPoint = [];

    internal AnswerReasons(Inquiry inquiry, ReferralMap map, AnswerTables answers)
    {
        foreach (var (point, outcome) in inquiry.Presses)
        {
            Add(map.NumberOf(point), new Reason.Pressed(outcome) { Bits = Math.Log2(Likelihoods.PressRatio(outcome, Presser.Self)) });
        }

        foreach (var (question, side, yes) in inquiry.Questions)
        {
            foreach (var (point, weight) in answers.LinksOf(question, side))
            {
                Add(point, new Reason.Answered(question, side, yes) { Bits = BitsOf(yes, weight, answers.AnywayOf(question)) });
            }
        }

        foreach (var (symptom, side, present) in inquiry.Symptoms)
        {
            foreach (var (point, weight) in answers.LinksOf(symptom, side))
            {
                Add(point, new Reason.Noticed(symptom, side, present) { Bits = BitsOf(present, weight, Likelihoods.YesAnyway(symptom)) });
            }
        }

        foreach (var (cause, applies) in inquiry.Causes)
        {
            foreach (var (point, role) in answers.RolesOf(cause))
            {
                Add(point, new Reason.Caused(cause, applies) { Bits = Math.Log2(Likelihoods.CauseFactor(role, Likelihoods.BaseRate(cause), applies)) });
            }
        }
    }

    internal IReadOnlyList<Reason> Of(int point) => byPoint.GetValueOrDefault(point) ?? [];

    // As if the point were the only one that the answer speaks for.
    private static double BitsOf(bool yes, double weight, double anyway) =>
        Math.Log2(yes ? Likelihoods.Yes(weight, anyway) / anyway : 1 - weight);

    private void Add(int point, Reason reason)
    {
        if (!byPoint.TryGetValue(point, out var reasons))
        {
            byPoint.Add(point, reasons = []);
        }

        reasons.Add(reason);
    }
}
