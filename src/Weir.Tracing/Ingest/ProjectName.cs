namespace Weir.Tracing.Ingest;

/// <summary>Which project a span belongs to: the first of the places that name one.</summary>
/// <remarks>
/// <c>x-project-name</c> header, span attribute <c>arize.project.name</c>, resource attributes <c>openinference.project.name</c>,
/// <c>arize.project.name</c>, <c>model_id</c>, then <c>service.name</c> unless an SDK made it up, then <c>default</c>.
/// </remarks>
internal static class ProjectName
{
    public const string Default = "default";

    private const int Longest = 256;

    /// <summary>The project that the request or the span itself names; null when neither does.</summary>
    public static string? Of(string? header, AttributeSet span) => Clean(header) ?? Clean(AttributeJson.Text(span["arize.project.name"u8]));

    /// <summary>The project of a resource's spans that name none.</summary>
    public static string OfResource(AttributeSet resource) =>
        Clean(AttributeJson.Text(resource["openinference.project.name"u8]))
        ?? Clean(AttributeJson.Text(resource["arize.project.name"u8]))
        ?? Clean(AttributeJson.Text(resource["model_id"u8]))
        ?? OfServiceName(Clean(AttributeJson.Text(resource["service.name"u8])))
        ?? Default;

    // SDKs fill in unknown_service, or unknown_service:<process>, when nobody has set a name.
    private static string? OfServiceName(string? name) =>
        name is null || name.StartsWith("unknown_service", StringComparison.Ordinal) ? null : name;

    private static string? Clean(string? name)
    {
        name = name?.Trim();
        return string.IsNullOrEmpty(name) ? null : AttributeJson.Cut(name, Longest);
    }
}
