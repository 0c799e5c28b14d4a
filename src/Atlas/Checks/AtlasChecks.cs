using System.Collections.Immutable;
using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

/// <summary>
/// What must be true of the data beyond the form of each file. Each check lists everything it finds; a test shows for each that it
/// can fail.
/// </summary>
internal static class AtlasChecks
{
    internal static readonly ImmutableArray<Func<AtlasContent, IEnumerable<DataProblem>>> All =
    [
        IdChecks.IdsAreUnique,
        IdChecks.RetiredIdsAreNotUsed,
        IdChecks.NamesOfRegionsAreUnambiguous,
        PlaceChecks.LandmarksAreInsideTheFrame,
        PlaceChecks.SignsFitOnAFigure,
        PlaceChecks.PlacesNameLandmarks,
        PlaceChecks.RegionsHaveTheirGround,
        MuscleChecks.MusclesAreComplete,
        MuscleChecks.FibresAreDrawable,
        PointChecks.PointsSitOnAFibre,
        PointChecks.ZonesAreWellFormed,
        VocabularyChecks.MusclesUseTheVocabularies,
        VocabularyChecks.VocabulariesAreUsed,
        PriorChecks.ComplaintsNameRegions,
        PriorChecks.SharesAreShares,
        PriorChecks.StudiesAreComplete,
        MuscleChecks.ReleasesReferToTechniques,
        RollChecks.RollsAreGentle,
        RollChecks.LanesLieOnTheMuscle,
        RollChecks.LanesPassThePoints,
        RollChecks.RollsKeepClear,
        MuscleChecks.TreatmentsSayWho,
        MuscleChecks.ReleasesFitTheTreatment,
        MuscleChecks.DosesStayWithinTheTechnique,
        NameChecks.SynonymsOfMusclesDoNotClash,
        NameChecks.AnatomyIsNamed,
        TextChecks.TextsFitAPhone,
        TextChecks.SentencesAreShort,
        TextChecks.TextsArePlain,
        TextChecks.TextsAreNotRepeated,
        TextChecks.TextsNameNoSide,
        EvidenceChecks.ZoneGradesFitTheSources,
        EvidenceChecks.EvidenceCitesSources,
        EvidenceChecks.SourcesAreCited,
        ChainChecks.ChainsNameMuscles,
        ChainChecks.ChainsAreAcyclic,
        ProgrammeChecks.ProgrammesAreComplete,
        ProgrammeChecks.ProgrammesPressWhatTheyReach,
        ProgrammeChecks.KeysComeFirst,
        SafetyChecks.DosesAreSafe,
        SafetyChecks.FlagsNameRegions,
        SafetyChecks.GeneralFlagsExist,
        SafetyChecks.AreasAreDrawable,
        SafetyChecks.ChangesCanBeJudged,
        WordChecks.WordsNameRegions,
        WordChecks.PhrasesMeanOneThing,
        WordChecks.WordsAreWrittenAsTheyAreRead,
    ];
}
