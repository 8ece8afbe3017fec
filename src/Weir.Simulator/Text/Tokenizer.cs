using System.Collections.Immutable;
using Microsoft.ML.Tokenizers;

namespace Weir.Simulator.Text;

/// <summary>Counts and cuts text by the o200k tokens of the OpenAI models.</summary>
internal sealed class Tokenizer
{
    // A word costs its length squared to tokenize; no real word is longer, and a megabyte of one letter must not hold a core for minutes.
    private const int LongestRun = 1024;

    private static readonly Lazy<Task<Tokenizer>> Loading = new(CreateAsync);

    private readonly TiktokenTokenizer _encoding = TiktokenTokenizer.CreateForEncoding("o200k_base");

    private Tokenizer()
    {
    }

    /// <summary>The one tokenizer of the process. The first load takes half a second of processor time, so servers ask for it as they start.</summary>
    public static Task<Tokenizer> LoadAsync() => Loading.Value;

    public int Count(string text) => Runs(text).Sum(run => _encoding.CountTokens(run.Span));

    /// <summary>The pieces of a text, as whole characters: an emoji spread over three tokens is one piece.</summary>
    public TokenizedText Cut(string text, int mostTokens)
    {
        var tokens = Encode(text);
        var truncated = tokens.Count > mostTokens;
        if (truncated)
        {
            tokens.RemoveRange(mostTokens, tokens.Count - mostTokens);
        }

        return new TokenizedText(Pieces(text, tokens, truncated), tokens.Count, truncated);
    }

    /// <summary>The text of tokens a client made itself; null when one of them is none of this encoding.</summary>
    public string? Decode(List<int> tokens) =>
        // The library passes over what it does not know: such a token alone has no text.
        tokens.TrueForAll(token => _encoding.Decode([token]) is { Length: > 0 }) ? _encoding.Decode(tokens) : null;

    private static async Task<Tokenizer> CreateAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var tokenizer = new Tokenizer();

        // Reading the ranks leaves more behind than they are, and nothing else would make an idle server collect it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return tokenizer;
    }

    private List<int> Encode(string text)
    {
        var tokens = new List<int>(text.Length / 3);
        foreach (var run in Runs(text))
        {
            tokens.AddRange(_encoding.EncodeToIds(run.Span));
        }

        return tokens;
    }

    private ImmutableArray<TextPiece> Pieces(string text, List<int> tokens, bool truncated)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>(tokens.Count);
        var pending = new List<int>(4);
        var position = 0;
        foreach (var token in tokens)
        {
            pending.Add(token);
            var piece = _encoding.Decode(pending) ?? "";

            // Bytes that stop inside a character decode to U+FFFD, which is not what the text says here: wait for the next token.
            if (piece.Length == 0 || string.CompareOrdinal(text, position, piece, 0, piece.Length) != 0)
            {
                continue;
            }

            pieces.Add(new TextPiece(piece, pending.Count));
            position += piece.Length;
            pending.Clear();
        }

        if (!truncated && position < text.Length)
        {
            pieces.Add(new TextPiece(text[position..], pending.Count));
        }

        return pieces.ToImmutable();
    }

    private static IEnumerable<ReadOnlyMemory<char>> Runs(string text)
    {
        var start = 0;
        var runLength = 0;
        var runIsWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var isWord = char.IsLetter(text[i]);
            runLength = isWord == runIsWord ? runLength + 1 : 1;
            runIsWord = isWord;

            // Users may write "<|endoftext|>": that is text here, not a command, so the name is cut off its opening, where a token ends in any case.
            var isName = isWord && i - start >= 2 && text[i - 2] == '<' && text[i - 1] == '|';
            if (!isName && (runLength <= LongestRun || char.IsLowSurrogate(text[i])))
            {
                continue;
            }

            yield return text.AsMemory(start, i - start);
            start = i;
            runLength = 1;
        }

        yield return text.AsMemory(start);
    }
}
