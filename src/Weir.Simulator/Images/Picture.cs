using System.Collections.Immutable;
using Weir.Simulator.Text;

namespace Weir.Simulator.Images;

/// <summary>Draws rectangles and discs, the same ones for the same seed at any size.</summary>
internal sealed class Picture
{
    private const int ShapeCount = 12;
    private const int ColourCount = 16;

    private readonly ImmutableArray<(byte Red, byte Green, byte Blue)> _palette;
    private readonly ImmutableArray<Shape> _shapes;

    public Picture(ulong seed)
    {
        var random = new SeededRandom(seed);
        _palette = [.. Enumerable.Range(0, ColourCount).Select(_ => ((byte)random.Below(256), (byte)random.Below(256), (byte)random.Below(256)))];
        _shapes = [.. Enumerable.Range(0, ShapeCount).Select(_ => new Shape(
            random.Fraction(), random.Fraction(), 0.05 + (0.3 * random.Fraction()), (byte)(1 + random.Below(ColourCount - 1)), random.Below(2) == 0))];
    }

    /// <param name="share">How much of the picture is there yet, from 0 to 1.</param>
    public byte[] Draw(int width, int height, double share = 1)
    {
        var drawn = _shapes.Take((int)Math.Ceiling(ShapeCount * share)).ToArray();
        return PngWriter.Write(width, height, _palette, Enumerable.Range(0, height).Select(y => Row(drawn, width, height, y)));
    }

    private static byte[] Row(Shape[] shapes, int width, int height, int y)
    {
        var row = new byte[width];
        foreach (var shape in shapes)
        {
            var (from, to) = shape.SpanAt(y, width, height);
            row.AsSpan(from, to - from).Fill(shape.Colour);
        }

        return row;
    }

    // In shares of the picture; the radius in shares of its shorter side.
    private readonly record struct Shape(double CentreX, double CentreY, double Radius, byte Colour, bool IsDisc)
    {
        public (int From, int To) SpanAt(int y, int width, int height)
        {
            var radius = Radius * Math.Min(width, height);
            var distance = Math.Abs(y - (CentreY * height));
            if (distance > radius)
            {
                return (0, 0);
            }

            var half = IsDisc ? Math.Sqrt((radius * radius) - (distance * distance)) : radius;
            var centre = CentreX * width;
            return ((int)Math.Clamp(centre - half, 0, width), (int)Math.Clamp(centre + half, 0, width));
        }
    }
}
