namespace Weir.Simulator.Answers;

/// <summary>What a content event of a stream carries.</summary>
internal enum StepKind
{
    Text,
    ToolName,
    ToolArguments,
}
