namespace Weir.Simulator.Answers;

/// <summary>Which parts of an answer are sent.</summary>
[Flags]
internal enum AnswerExtent
{
    None = 0,
    Content = 1,
    Usage = 2,
}
