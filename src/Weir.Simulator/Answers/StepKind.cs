namespace Weir.Simulator.Answers;

/// <summary>What a content event of a stream carries.</summary>
internal enum StepKind
{
    Reasoning,
    Text,
    ToolName,
    ToolArguments,
    Image,
}
