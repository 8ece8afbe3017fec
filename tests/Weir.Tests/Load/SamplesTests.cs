using Weir.Load;
using Weir.Load.Report;
using Xunit;

namespace Weir.Tests.Load;

public sealed class SamplesTests
{
    private static readonly string[] Systems = ["direct", "nginx", "weir bare"];

    [Fact]
    public void Ratio_IsTakenWithinATrial()
    {
        var samples = Some();

        Assert.Equal(200, samples.Median(Figure.Added50, "weir bare"));
        Assert.Equal(2, samples.Ratio(Figure.Added50, "weir bare", "nginx"));
        Assert.Null(samples.Ratio(Figure.Added50, "portkey", "nginx"));
    }

    [Fact]
    public void Table_HasALineAFigure_AndNothingWhereNothingWasMeasured()
    {
        var table = BenchTable.Write(Some(), Systems);

        Assert.Equal(
            """
            | figure | direct | nginx | weir bare |
            | --- | ---: | ---: | ---: |
            | added p50, 1 at a time, µs |  | 100 (50 to 200) | 200 (90 to 400) **2.00×** |

            """,
            table);
    }

    [Fact]
    public void Picture_IsWellFormed()
    {
        var samples = Some();
        foreach (var system in Systems)
        {
            samples.Add(Figure.Processor, system, 30);
            samples.Add(Figure.Rate32, system, 20_000);
        }

        var picture = System.Xml.Linq.XDocument.Parse(BenchPicture.Draw(samples, Systems));

        Assert.Equal(2 + 2 + 2, picture.Descendants().Count(element => element.Name.LocalName == "rect") - 1);
    }

    private static Samples Some()
    {
        var samples = new Samples();
        foreach (var (nginx, weir) in ((double, double)[])[(100, 200), (50, 90), (200, 400)])
        {
            samples.Add(Figure.Added50, "nginx", nginx);
            samples.Add(Figure.Added50, "weir bare", weir);
        }

        return samples;
    }
}
