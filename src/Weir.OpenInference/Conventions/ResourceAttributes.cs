namespace Weir.OpenInference;

/// <summary>Attribute names of the resource that spans come from.</summary>
public static class ResourceAttributes
{
    /// <summary>Project that the traces are grouped under.</summary>
    public const string ProjectName = "openinference.project.name";

    /// <summary>Legacy Arize clients: the project.</summary>
    public const string ModelId = "model_id";

    /// <summary>Legacy Arize clients: version of the project.</summary>
    public const string ModelVersion = "model_version";
}
