namespace Weir.Simulator.Text;

/// <summary>How long a text is, in both measures an answer can be asked to have.</summary>
internal sealed record AnswerLength(int Tokens, int Words)
{
    public static AnswerLength operator +(AnswerLength left, AnswerLength right) => new(left.Tokens + right.Tokens, left.Words + right.Words);

    public static AnswerLength Of(string text, Func<string, int> countTokens) =>
        new(countTokens(text), text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    public bool Reaches(AnswerLength least) => Tokens >= least.Tokens && Words >= least.Words;
}
