using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>The lines inside the outline: edges of parts before others, and the lines of features. Each swells and ends softly.</summary>
internal sealed class InnerLines
{
    private const float Tolerance = 0.35f;

    /// <summary>Lines beside others, in widths of the outline: nearer than this they would look like one line drawn twice.</summary>
    private const float RoomInWidths = 2.4f;

    /// <summary>The same for features in close-ups, which only repeat what an edge near them says.</summary>
    private const float FeatureRoomInWidths = 4;

    /// <summary>An edge that ends this near to a drawn line, in widths of the outline, runs on into it.</summary>
    private const float JoinInWidths = 5;

    /// <summary>Shortest edge of a part that is drawn, in widths of the outline.</summary>
    private const float ShortestInWidths = 11;

    /// <summary>The same on the whole body: less where its forms are small.</summary>
    private const float ShortestFineInWidths = 8;

    /// <inheritdoc cref="ShortestFineInWidths"/>
    private const float ShortestCoarseInWidths = 22;

    /// <summary>Square millimetres of a cell above which the form of the body is coarse.</summary>
    private const float CoarseCellArea = 600;

    /// <summary>Shortest part of a feature that is drawn, in widths of the outline.</summary>
    private const float ShortestFeatureInWidths = 4;

    /// <summary>A line thins out over this way before it ends, in its widths.</summary>
    private const float TaperInWidths = 9;

    private const float EdgeSoftness = 5;

    /// <summary>Features are blurred by this share of their length, within bounds in pixels.</summary>
    private const float FeatureSoftness = 0.03f;

    /// <inheritdoc cref="FeatureSoftness"/>
    private const float LeastFeatureSoftness = 3;

    /// <inheritdoc cref="FeatureSoftness"/>
    private const float MostFeatureSoftness = 14;

    /// <summary>Steps in depth, in widths of the outline, at which an edge is first seen and at which it is drawn in full.</summary>
    private const float FaintStep = 1.6f;

    /// <inheritdoc cref="FaintStep"/>
    private const float FullStep = 5;

    private readonly Raster raster;
    private readonly View view;
    private readonly Surface surface;
    private readonly float width;
    private readonly int places;
    private readonly InkedArea inked;
    private readonly InkedArea inkedForFeatures;

    /// <summary>The drawn lines alone, without room around them.</summary>
    private readonly InkedArea touched;

    internal InnerLines(Raster raster, View view, Surface surface, IEnumerable<List<Vector2>> outline)
    {
        (this.raster, this.view, this.surface) = (raster, view, surface);
        width = view.LineWidth / view.MillimetresPerPixel;
        places = FigureSvg.PlacesOf(view);
        inked = new InkedArea(raster.Width, raster.Height, RoomInWidths * width);
        inkedForFeatures = new InkedArea(raster.Width, raster.Height, (view.IsCloseUp ? FeatureRoomInWidths : RoomInWidths) * width);
        touched = new InkedArea(raster.Width, raster.Height, width);
        foreach (var loop in outline)
        {
            Remember(loop);
        }
    }

    /// <summary>The edges of parts, then nothing may run beside them.</summary>
    internal string Edges(float share)
    {
        var path = new PathText(places);
        foreach (var edge in OcclusionLines.Of(raster).OrderByDescending(edge => edge.Count))
        {
            var line = Polyline.Smoothed([.. edge.Select(place => place.Place)], Inking.RoundsFor(EdgeSoftness), closed: false);
            var steps = Polyline.Smoothed([.. edge.Select(place => new Vector2(MathF.Min(place.Step, 2 * FullStep * width * raster.MillimetresPerPixel), 0))], Inking.RoundsFor(2 * EdgeSoftness), closed: false);
            var isDrawn = false;
            foreach (var (from, to) in inked.FreeParts(line))
            {
                var weights = steps[from..to].ConvertAll(step => Strength(step.X / raster.MillimetresPerPixel / width));
                var part = Calmed(line[from..to]);
                Join(part, weights);
                if (part.Count > ShortestOf(part) * width && weights.Max() > 0.5f)
                {
                    Draw(path, part, weights, share * width);
                    isDrawn = true;
                }
            }

            // An edge too short to be drawn leaves its place to a feature, such as the line between two toes.
            if (isDrawn)
            {
                Remember(line);
            }
        }

        return path.ToString();
    }

    /// <summary>Feature lines as far as they are seen, where nothing is drawn yet.</summary>
    /// <param name="lines">In millimetres of the drawing.</param>
    internal string Features(IEnumerable<List<Vector2>> lines, float share)
    {
        var path = new PathText(places);
        foreach (var line in lines)
        {
            var dense = Polyline.Resampled(line.ConvertAll(place => place / raster.MillimetresPerPixel), 1);
            var softness = Math.Clamp(FeatureSoftness * dense.Count, LeastFeatureSoftness, MostFeatureSoftness);
            dense = Polyline.Smoothed(dense, Inking.RoundsFor(softness), closed: false);
            foreach (var (from, to) in inkedForFeatures.FreeParts(dense))
            {
                var part = dense[from..to];
                if (part.Count > ShortestFeatureInWidths * width)
                {
                    Draw(path, part, part.ConvertAll(_ => 1f), share * width);
                }
            }
        }

        return path.ToString();
    }

    private float ShortestOf(List<Vector2> line)
    {
        if (view.IsCloseUp)
        {
            return ShortestInWidths;
        }

        var isCoarse = line
            .Select(place => raster.Cells[((int)place.Y * raster.Width) + (int)place.X])
            .Any(cell => cell >= 0 && surface.AreaOf(new CellId(cell)) > CoarseCellArea);
        return isCoarse ? ShortestCoarseInWidths : ShortestFineInWidths;
    }

    private void Remember(List<Vector2> line)
    {
        inked.Add(line);
        inkedForFeatures.Add(line);
        touched.Add(line);
    }

    private static float Strength(float stepInWidths)
    {
        var share = Math.Clamp((stepInWidths - FaintStep) / (FullStep - FaintStep), 0, 1);
        return share * share * (3 - (2 * share));
    }

    /// <summary>The last few pixels of a traced edge wander; the line goes straight on over them.</summary>
    private static List<Vector2> Calmed(List<Vector2> line)
    {
        const int End = 5;
        if (line.Count < 6 * End)
        {
            return line;
        }

        var (start, end) = (line[End], line[^(End + 1)]);
        var (before, after) = ((start - line[2 * End]) / End, (end - line[^((2 * End) + 1)]) / End);
        var calm = line.ToList();
        for (var i = 0; i < End; i++)
        {
            calm[i] = start + (before * (End - i));
            calm[^(i + 1)] = end + (after * (End - i));
        }

        return calm;
    }

    /// <summary>Closes a small gap between the ends of an edge and the lines it comes from.</summary>
    private void Join(List<Vector2> line, List<float> weights)
    {
        for (var turn = 0; turn < 2; turn++)
        {
            line.Reverse();
            weights.Reverse();
            var (end, way) = (line[^1], line[^1] - line[Math.Max(0, line.Count - 6)]);
            var steps = way.LengthSquared() > 0 ? (int)(JoinInWidths * width) : 0;
            way = steps > 0 ? Vector2.Normalize(way) : way;
            var reached = Enumerable.Range(0, steps + 1).FirstOrDefault(step => touched.Holds(end + (way * step)), -1);
            for (var step = 1; step <= reached; step++)
            {
                line.Add(end + (way * step));
                weights.Add(weights[^1]);
            }
        }
    }

    private void Draw(PathText path, List<Vector2> line, List<float> weights, float full)
    {
        var taper = MathF.Min(TaperInWidths * full, line.Count / 2.5f);
        var (joinsAtStart, joinsAtEnd) = (touched.Holds(line[0]), touched.Holds(line[^1]));
        var widths = new float[line.Count];
        for (var i = 0; i < line.Count; i++)
        {
            var toStart = joinsAtStart ? 1 : MathF.Min(1, (i + 1) / taper);
            var toEnd = joinsAtEnd ? 1 : MathF.Min(1, (line.Count - i) / taper);
            widths[i] = full * weights[i] * MathF.Sqrt(toStart * toEnd);
        }

        Ribbon.Write(path, line, widths, Tolerance, raster.MillimetresPerPixel);
    }
}
