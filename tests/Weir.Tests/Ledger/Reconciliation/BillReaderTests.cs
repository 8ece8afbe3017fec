using System.Text;
using Weir.Ledger.Reconciliation;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Ledger.Reconciliation;

/// <summary>Bills as files have them, and as they should not.</summary>
public sealed class BillReaderTests
{
    private static readonly Dictionary<BillField, string> NoMap = [];
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Theory]
    [InlineData("date,model,requests,prompt_tokens,completion_tokens,cost\n2026-03-01,m,2,30,4,0.5\n")]
    [InlineData("2026-03-01,m,2,30,4,0.5")]
    [InlineData("\uFEFFdate,model,requests,prompt_tokens,completion_tokens,cost\r\n2026-03-01,m,2,30,4,0.5\r\n\r\n")]
    [InlineData("\uFEFF\"date\",\"model\",\"requests\",\"prompt_tokens\",\"completion_tokens\",\"cost\"\n\"2026-03-01T23:59:59Z\",\"m\",\"2\",\"30\",\"4\",\"5e-1\"")]
    [InlineData("Cost_USD, Model ,DAY,output_tokens,requests,input_tokens,region\n0.25,m,1772323200,1,1,10,eu\n.25,m,2026-03-01 12:00:00,3,1,20,eu")]
    [InlineData("date,model,requests,prompt_tokens,completion_tokens,cost\n2026-03-02T01:00:00+02:00,m,2,30,4,0.5")]
    public void Read_AnyForm_GivesTheSameLine(string text) =>
        Assert.Equal([new BillLine(Day, "m", new BillCounts(2, 30, 4), 0.5m)], Read(text));

    [Fact]
    public void Read_QuotesCommasAndLineEndsInAField_AreThatField() =>
        Assert.Equal("a \"b\", c\nd", Read("date,model,cost\n2026-03-01,\"a \"\"b\"\", c\nd\",1")[0].Model);

    [Fact]
    public void Read_MapNamesTheColumns() => Assert.Equal(
        [new BillLine(Day, "m", new BillCounts(7, null, null), 3)],
        BillReader.Read(new StringReader("when,what,date,n,usd\n2026-03-01,m,x,7,3"), new Dictionary<BillField, string>
        {
            [BillField.Date] = "when", [BillField.Model] = "WHAT", [BillField.Cost] = "usd", [BillField.Requests] = "n",
        }));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("date,model\n2026-03-01,m", "--map cost=COLUMN")]
    [InlineData("date,day,model,cost\n2026-03-01,2026-03-01,m,1", "several columns could be the date")]
    [InlineData("date;model;cost\n2026-03-01;m;1", "no column is called \"date\"")]
    [InlineData("date,model,cost\n2026-03-01,m", "line 2 has 2 columns where 3 are expected")]
    [InlineData("date,model,cost\n2026-03-01,m,\"1,234.56\"", "line 2: the cost is \"1,234.56\"; it must be US dollars with a point and without thousands separators")]
    [InlineData("date,model,cost\n2026-03-01,m,\"1.234,56\"", "without thousands separators")]
    [InlineData("date,model,cost\n2026-03-01,m,$1", "the cost is \"$1\"")]
    [InlineData("date,model,cost\n2026-03-01,m,", "the cost is \"\"")]
    [InlineData("date,model,cost\n2026-03-01,m,NaN", "the cost")]
    [InlineData("date,model,cost\n03/04/2026,m,1", "line 2: the date is \"03/04/2026\"")]
    [InlineData("date,model,cost\n2026-02-30,m,1", "the date")]
    [InlineData("date,model,cost\n2026-03-01,,1", "names no model")]
    [InlineData("date,model,cost\n2026-03-01,\"m,1", "line 2 begins a field with a quote that is never closed")]
    [InlineData("date,model,cost\n2026-03-01,\"m\"x,1", "behind the quote")]
    [InlineData("date,model,cost\n2026-03-01,m\"x,1", "in the middle of a field")]
    [InlineData("date,model,requests,cost\n2026-03-01,m,\"1,000\",1", "the requests is \"1,000\"; it must be a whole number without separators")]
    [InlineData("date,model,requests,cost\n2026-03-01,m,-1,1", "the requests")]
    [InlineData("date,model,cost\n2026-03-01,m,79228162514264337593543950335\n2026-03-01,m,1", "too large")]
    public void Read_WhatCannotBeRead_SaysWhereAndWhatWould(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_AFieldWithoutAnEnd_IsNotKeptInMemory()
    {
        using var endless = new StreamReader(new EndlessStream());

        Assert.Contains("more than 65536 characters", Assert.Throws<InvalidDataException>(() => BillReader.Read(endless, NoMap)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyRows_AreAddedUpExactly()
    {
        var text = new StringBuilder("date,model,requests,cost\n");
        for (var i = 0; i < 200_000; i++)
        {
            _ = text.Append("2026-03-01,m,1,0.0000001\n");
        }

        Assert.Equal([new BillLine(Day, "m", new BillCounts(200_000, null, null), 0.02m)], Read(text.ToString()));
    }

    [Theory]
    [InlineData("openai/gpt-4o")]
    [InlineData("gpt-4o")]
    [InlineData("GPT-4o")]
    [InlineData("gpt-4o-2024-08-06")]
    [InlineData("gpt-4o-20240806")]
    public void Compare_ModelNames_AreFound(string name) =>
        Assert.True(Assert.Single(Reconciler.Compare([Line(name, 1)], [Cost("openai/gpt-4o", 1), ], new Dictionary<string, string>())).IsEqual(0, costOnly: true));

    [Fact]
    public void Compare_NameThatTwoModelsHave_IsNeither()
    {
        var rows = Reconciler.Compare([Line("small", 1)], [Cost("a/small", 1), Cost("b/small", 2)], new Dictionary<string, string>());

        Assert.Equal(["a/small", "b/small", "small"], rows.Select(row => row.Model));
        Assert.Equal(["b/small"], Reconciler.Compare([Line("small", 2)], [Cost("b/small", 2)], new Dictionary<string, string> { ["small"] = "b/small" }).Select(row => row.Model));
    }

    [Theory]
    [InlineData("0", "1.0000000001", false)]
    [InlineData("0", "1", true)]
    [InlineData("0.01", "1.01", true)]
    [InlineData("0.01", "0.9899999999", false)]
    public void IsEqual_IsWithinTheTolerance(string tolerance, string billed, bool expected) => Assert.Equal(
        expected,
        new ReconciledRow(Day, "m", Line("m", Decimal(billed)), Cost("m", 1)).IsEqual(Decimal(tolerance), costOnly: false));

    [Fact]
    public void IsEqual_CountsThatTheBillDoesNotHave_AreNotCompared()
    {
        var ours = Cost("m", 1) with { Requests = 5 };

        Assert.True(new ReconciledRow(Day, "m", Line("m", 1), ours).IsEqual(0, costOnly: false));
        Assert.False(new ReconciledRow(Day, "m", Line("m", 1) with { Counts = new BillCounts(4, null, null) }, ours).IsEqual(0, costOnly: false));
        Assert.True(new ReconciledRow(Day, "m", Line("m", 1) with { Counts = new BillCounts(4, null, null) }, ours).IsEqual(0, costOnly: true));
        Assert.False(new ReconciledRow(Day, "m", null, ours with { Cost = Usd.Zero }).IsEqual(0, costOnly: false));
    }

    private static IReadOnlyList<BillLine> Read(string text) => BillReader.Read(new StringReader(text), NoMap);

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static BillLine Line(string model, decimal cost) => new(Day, model, default, cost);

    private static DailyCost Cost(string model, int dollars) => new()
    {
        Day = Day, Model = model, Requests = 0, PromptTokens = 0, CompletionTokens = 0, Cost = Usd.FromDollarsRoundedUp(dollars),
    };

    // Letters for ever, without a comma or a line end.
    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
