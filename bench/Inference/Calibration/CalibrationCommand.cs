using System.Collections.Immutable;
using System.CommandLine;
using Unknot.Inference.Network;
using Unknot.Inference.Reasoning;
using Unknot.Inference.Shared.Patients;

namespace Unknot.Inference.Bench.Calibration;

/// <summary><c>calibration</c>: of the points called thirty per cent likely, are thirty in a hundred active?</summary>
internal static class CalibrationCommand
{
    /// <summary>Most drawings of the model's own patients are small; the second group is the harder one.</summary>
    private static readonly int[] LeastMarked = [1, 3];

    private const int ChunkSize = 250;
    private const int Seed = 7919;
    private const int PerturbedWorlds = 3;
    private const double Sigma = 0.4;
    private const double BarAsClaimed = 0.01;
    private const double BarPerturbed = 0.05;

    internal static Command Create()
    {
        var patients = new Option<int>("--patients") { Description = "How many in each world.", DefaultValueFactory = _ => 20_000 };
        var picture = new Option<FileInfo?>("--picture") { Description = "Where the reliability plot goes, as SVG." };
        var command = new Command("calibration", "Makes up patients, as the model says they are and otherwise, and holds the probabilities against them.") { patients, picture };
        command.SetAction(parse => Run(parse.GetValue(patients), parse.GetValue(picture), parse.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(int patients, FileInfo? picture, TextWriter output)
    {
        var laid = LaidAtlas.Load();
        var numbers = laid.Map.Points.Select((point, number) => (point, number)).ToDictionary(pair => pair.point, pair => pair.number);
        var own = World.AsClaimed(laid);
        var (worstOwn, worstOther) = (0.0, 0.0);
        foreach (var leastMarked in LeastMarked)
        {
            Reliability Asked(World world, Engine engine, int seed) => Ask(world, engine, patients, leastMarked, seed);
            var group = $"{leastMarked} or more regions marked";
            Report(output, $"chains left out on both sides, which checks the making of patients, {group}", Asked(World.WithoutChains(laid), WithoutChains, Seed - 1));
            var claimed = Asked(own, Trace, Seed);
            Report(output, $"patients as the model says they are, {group}", claimed);
            ImmutableArray<Reliability> others =
            [
                .. Enumerable.Range(1, PerturbedWorlds)
                    .Select(number => Asked(World.Perturbed(laid, Sigma, Seed + number), Trace, Seed + number))
                    .OrderBy(reliability => reliability.ExpectedError),
            ];
            var middle = others[PerturbedWorlds / 2];
            Report(output, $"priors and frequencies off by factors e^±{Sigma}, {group}; the median of {PerturbedWorlds} such worlds", middle);
            output.WriteLine($"  all {PerturbedWorlds} worlds: {string.Join(", ", others.Select(reliability => $"{reliability.ExpectedError:0.0000}"))}");
            (worstOwn, worstOther) = (Math.Max(worstOwn, claimed.ExpectedError), Math.Max(worstOther, others[^1].ExpectedError));
            if (picture is not null && leastMarked == LeastMarked[^1])
            {
                File.WriteAllText(picture.FullName, ReliabilityPlot.Svg(claimed, middle));
            }
        }

        var held = worstOwn <= BarAsClaimed && worstOther <= BarPerturbed;
        output.WriteLine($"bars: {worstOwn:0.0000} of {BarAsClaimed} allowed; worst other world {worstOther:0.0000} of {BarPerturbed} allowed: {(held ? "held" : "NOT HELD")}");
        return held ? 0 : 1;

        double[] Trace(Drawing drawing)
        {
            var probabilities = new double[numbers.Count];
            foreach (var point in laid.Model.Trace(drawing).Results)
            {
                probabilities[numbers[point.Point]] = point.Probability;
            }

            return probabilities;
        }

        double[] WithoutChains(Drawing drawing)
        {
            var posterior = ExactInference.Solve(laid.PointsAlone, laid.Model.EvidenceOf(drawing).Evidence);
            return [.. Enumerable.Range(0, numbers.Count).Select(posterior.ActiveOf)];
        }
    }

    /// <summary>On all cores, and all the same digit for digit: the patients of a chunk and the order of the chunks do not depend on who works.</summary>
    private static Reliability Ask(World world, Engine engine, int patients, int leastMarked, int seed)
    {
        var chunks = new Reliability[(patients + ChunkSize - 1) / ChunkSize];
        Parallel.For(0, chunks.Length, chunk =>
        {
            var random = new Random(unchecked((seed * 1_000_003) + chunk));
            chunks[chunk] = new Reliability();
            for (var i = chunk * ChunkSize; i < Math.Min(patients, (chunk + 1) * ChunkSize); i++)
            {
                var patient = world.Next(random, leastMarked);
                chunks[chunk].Add(engine(patient.Drawing).Select((probability, point) => (probability, patient.Active[point])), patient.Weight);
            }
        });
        var all = new Reliability();
        foreach (var chunk in chunks)
        {
            all.Add(chunk);
        }

        return all;
    }

    private static void Report(TextWriter output, string title, Reliability found)
    {
        output.WriteLine($"{title}: expected calibration error {found.ExpectedError:0.0000}, of points stated at 0.1 or more {found.ExpectedErrorFromTenth:0.0000}");
        output.WriteLine($"  {found.Pairs} pairs of a patient and a point of at least {Reliability.Least}; the weighted patients say as much as {found.EffectivePatients:0} equal ones");
        output.WriteLine("  stated   active      gap    pairs");
        for (var bin = 0; bin < Reliability.BinCount; bin++)
        {
            if (found.CountOf(bin) > 0)
            {
                output.WriteLine($"  {found.StatedIn(bin),6:0.000}   {found.ActiveIn(bin),6:0.000}  {Math.Round(found.ActiveIn(bin) - found.StatedIn(bin), 3) + 0.0,7:+0.000;-0.000;0.000}  {found.CountOf(bin),7}");
            }
        }
    }

    /// <summary>From a drawing to the probability of each point, by number.</summary>
    private delegate double[] Engine(Drawing drawing);
}
