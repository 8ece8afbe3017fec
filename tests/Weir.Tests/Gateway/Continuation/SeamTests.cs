using Weir.Gateway.Continuation;
using Xunit;

namespace Weir.Tests.Gateway.Continuation;

/// <summary>Wherever an answer is cut, and however the next endpoint goes on with it, the client reads the answer once.</summary>
public sealed class SeamTests
{
    private const string Prose =
        "The harbour was quiet that morning; three boats, none of them new, lay beside the wall. \"Which one?\" she asked.\n\n"
        + "- first, look at the ropes\n- second, count 10, 11 and 12\n\n    var indented = code;\n\nNobody answered, so she chose the green one.";

    private const string Chinese = "今天早上港口很安静，三艘旧船停在墙边。她问是哪一艘，没有人回答。";

    public static TheoryData<string, string> Manners => new()
    {
        { "Prefill", "exactly" }, { "Prefill", "repeats 3" }, { "Prefill", "repeats 5" }, { "Prefill", "restarts" }, { "Prefill", "adds a space" },
        { "Instruction", "exactly" }, { "Instruction", "repeats 2" }, { "Instruction", "repeats 4" }, { "Instruction", "restarts" }, { "Instruction", "adds a space" },
    };

    [Theory]
    [MemberData(nameof(Manners))]
    public void JoinedText_IsTheAnswer_WhereverItIsCut(string way, string manner)
    {
        for (var cut = 25; cut < Prose.Length - 1; cut++)
        {
            // Who adds a space within a word, or between two lines, cannot be told from one who means it.
            var isBetweenWords = Prose[cut] == ' ' && char.IsLetter(Prose[cut - 1]) && char.IsLetter(Prose[cut + 1]);
            if (manner == "adds a space" && !isBetweenWords)
            {
                continue;
            }

            Assert.Equal(Prose, Join(Prose, cut, Enum.Parse<ContinuationWay>(way), manner));
        }
    }

    [Theory]
    [InlineData("Prefill")]
    [InlineData("Instruction")]
    public void TextWithoutSpaces_IsJoined(string way)
    {
        for (var cut = 1; cut < Chinese.Length; cut++)
        {
            Assert.Equal(Chinese, Join(Chinese, cut, Enum.Parse<ContinuationWay>(way), "exactly"));
        }

        Assert.Equal(Chinese, Join(Chinese, Chinese.Length - 4, Enum.Parse<ContinuationWay>(way), "restarts"));
    }

    [Fact]
    public void WordCutInTheMiddle_IsSaidOnce()
    {
        Assert.Equal("It is a fine day.", Join("It is a fi", ContinuationWay.Instruction, "fine day."));
        Assert.Equal("It is a fine day.", Join("It is a fi", ContinuationWay.Prefill, "ne day."));
        Assert.Equal("It is a splendid day.", Join("It is a splen", ContinuationWay.Prefill, "splendid day."));
    }

    [Fact]
    public void WordThatWasWhole_IsNotLost_WhenTheRestFollowsItAtOnce() =>
        Assert.Equal("one two three four", Join("one two", ContinuationWay.Instruction, " three four"));

    [Fact]
    public void EqualNumbersAndBraces_AreNoRepetition()
    {
        Assert.Equal("[0, 0, 0, 0]", Join("[0, 0, ", ContinuationWay.Prefill, "0, 0]"));
        Assert.Equal("  }\n}\n", Join("  }\n", ContinuationWay.Prefill, "}\n"));
    }

    [Fact]
    public void AnswerGivenAgainInOtherWords_CannotBeJoined()
    {
        var text = new AnswerTextState();
        _ = text.Add("There are three reasons to prefer the second plan over the first. ");
        var seam = new Seam(ContinuationWay.Instruction, text);

        _ = seam.Take("There are three reasons to prefer cheese.");

        Assert.True(seam.IsOtherVersion);
        Assert.False(seam.IsClosed);
    }

    [Fact]
    public void AnswerThatEndsWithWhatWasHeldBack_KeepsIt()
    {
        var text = new AnswerTextState();
        var shown = text.Add("The end");
        var seam = new Seam(ContinuationWay.Instruction, text);

        Assert.Equal("", seam.End());
        Assert.True(seam.KeepsHeld);
        Assert.Equal("The end", shown + text.Release());
    }

    [Fact]
    public void HeldBack_IsTheWordUnderWay_AndNeverMoreThanABound()
    {
        var text = new AnswerTextState();

        Assert.Equal("", text.Add("Hel"));
        Assert.Equal("Hello", text.Add("lo wor"));
        Assert.Equal(" wor", text.Held);
        Assert.Equal(4 + 100, text.Add(new string('x', 100)).Length);
        Assert.Equal("", text.Held);
    }

    private static string Join(string whole, int cut, ContinuationWay way, string manner)
    {
        var text = new AnswerTextState();
        var shown = "";
        foreach (var piece in whole[..cut].Chunk(3))
        {
            shown += text.Add(new string(piece));
        }

        // Goes on from what it is shown, as a model does.
        var seen = Seam.BaseOf(way, text);
        seen = way == ContinuationWay.Prefill ? seen.TrimEnd() : seen;
        var rest = whole[seen.Length..];
        var next = manner switch
        {
            "restarts" => whole,
            "adds a space" => " " + rest,
            "exactly" => rest,
            _ => whole[StartOfLastWords(seen, int.Parse(manner.AsSpan("repeats ".Length)))..],
        };
        return shown + After(text, new Seam(way, text), next);
    }

    private static string Join(string before, ContinuationWay way, string next)
    {
        var text = new AnswerTextState();
        var shown = text.Add(before);
        return shown + After(text, new Seam(way, text), next);
    }

    private static string After(AnswerTextState text, Seam seam, string next)
    {
        var joined = "";
        foreach (var piece in next.Chunk(4))
        {
            joined += seam.Take(new string(piece));
        }

        joined += seam.End();
        Assert.False(seam.IsOtherVersion);
        if (!seam.KeepsHeld)
        {
            text.Drop();
        }

        return text.Add(joined) + text.Release();
    }

    // Words of two letters and more: what is shorter is not told from coincidence.
    private static int StartOfLastWords(string seen, int count)
    {
        var at = seen.TrimEnd().Length;
        while (at > 0 && Words.CountDifferent(seen.AsSpan(at)) < count)
        {
            at = seen.LastIndexOfAny([' ', '\n'], at - 1);
        }

        return at < 0 ? 0 : at + 1;
    }
}
