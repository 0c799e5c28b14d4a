using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class PriorChecks
{
    private const string File = "priors.json";

    internal static IEnumerable<DataProblem> ComplaintsNameRegions(AtlasContent content)
    {
        var known = content.Regions.Select(region => region.Id).ToHashSet();
        foreach (var complaint in content.Priors.Complaints)
        {
            if (complaint.Regions.IsEmpty)
            {
                yield return new(File, complaint.Id, "needs at least one region");
            }

            foreach (var region in complaint.Regions.Where(region => !known.Contains(region)))
            {
                yield return new(File, complaint.Id, $"there is no region '{region}'");
            }
        }
    }

    internal static IEnumerable<DataProblem> SharesAreShares(AtlasContent content) =>
        from study in content.Priors.Studies
        from share in study.Shares
        where share.Share is not (> 0 and < 1) || (share.Low ?? share.Share) is var low && (share.High ?? share.Share) is var high && !(0 <= low && low <= share.Share && share.Share <= high && high <= 1)
        select new DataProblem(File, study.Id, $"needs 0 ≤ low ≤ share ≤ high ≤ 1 and 0 < share < 1, has {share.Low}, {share.Share}, {share.High}");

    internal static IEnumerable<DataProblem> StudiesAreComplete(AtlasContent content)
    {
        var complaints = content.Priors.Complaints.Select(complaint => complaint.Id).ToHashSet(StringComparer.Ordinal);
        var muscles = content.Muscles.Select(muscle => muscle.Id).ToHashSet();
        foreach (var study in content.Priors.Studies)
        {
            if (!complaints.Contains(study.Complaint))
            {
                yield return new(File, study.Id, $"there is no complaint '{study.Complaint}'");
            }

            var isEstimate = study.Evidence.Grade is EvidenceGrade.Derived or EvidenceGrade.Unsourced;
            if (isEstimate && study.People is not null)
            {
                yield return new(File, $"{study.Id} people", "is given, but nobody counted an estimate");
            }

            if (!isEstimate && study.People is not >= 1)
            {
                yield return new(File, $"{study.Id} people", "is needed for what was counted, 1 or more");
            }

            if (study.Shares.IsEmpty)
            {
                yield return new(File, study.Id, "needs at least one share");
            }

            foreach (var muscle in study.Shares.SelectMany(share => share.Muscles).Where(muscle => !muscles.Contains(muscle)))
            {
                yield return new(File, study.Id, $"there is no muscle '{muscle}'");
            }

            foreach (var twice in study.Shares.SelectMany(share => share.Muscles).GroupBy(muscle => muscle).Where(group => group.Count() > 1))
            {
                yield return new(File, study.Id, $"gives '{twice.Key}' two shares");
            }
        }
    }
}
