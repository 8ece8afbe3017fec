namespace Weir.Server.Endpoints.Phoenix;

/// <summary>The types in the ids of what lies beside spans: <c>RGF0YXNldDox</c> is <c>Dataset:1</c>.</summary>
internal static class NodeType
{
    public const string Dataset = "Dataset";
    public const string DatasetVersion = "DatasetVersion";
    public const string DatasetExample = "DatasetExample";
    public const string DatasetSplit = "DatasetSplit";
    public const string DatasetLabel = "DatasetLabel";
    public const string Experiment = "Experiment";
    public const string ExperimentRun = "ExperimentRun";
    public const string ExperimentEvaluation = "ExperimentEvaluation";
    public const string ExperimentTag = "ExperimentTag";
    public const string Prompt = "Prompt";
    public const string PromptVersion = "PromptVersion";
    public const string PromptVersionTag = "PromptVersionTag";
    public const string SystemApiKey = "SystemApiKey";
}
