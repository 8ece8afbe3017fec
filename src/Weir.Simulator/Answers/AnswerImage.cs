namespace Weir.Simulator.Answers;

/// <summary>A picture in an answer.</summary>
internal sealed record AnswerImage(byte[] Png, int TokenCount);
