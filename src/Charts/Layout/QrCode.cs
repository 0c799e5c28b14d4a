using QRCoder;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>An address as a QR code, drawn as one path.</summary>
internal static class QrCode
{
    /// <param name="box">With the quiet margin of four modules that readers need.</param>
    internal static Mark Draw(Uri address, Box box)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var module = box.Width / rows.Count;
        var draw = new Outline.Builder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    var (left, right) = (box.Left + (from * module), box.Left + (x * module));
                    var (top, bottom) = (box.Top + (y * module), box.Top + ((y + 1) * module));
                    draw.Move(new(left, top));
                    draw.Line(new(right, top));
                    draw.Line(new(right, bottom));
                    draw.Line(new(left, bottom));
                    draw.Close();
                }
            }
        }

        return new Mark.Shape(draw.Done(), Ink.Of(0x000000));
    }
}
