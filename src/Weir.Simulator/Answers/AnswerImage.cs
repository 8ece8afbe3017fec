using Weir.Simulator.Images;

namespace Weir.Simulator.Answers;

/// <summary>A picture in an answer.</summary>
internal sealed record AnswerImage(byte[] Png, int TokenCount)
{
    private const int Side = 512;

    // What Gemini and OpenRouter count for a picture of about this size.
    private const int Tokens = 1290;

    /// <summary>The picture of a seed.</summary>
    public static AnswerImage Draw(ulong seed) => new(new Picture(seed).Draw(Side, Side), Tokens);
}
