using System.Collections.Immutable;

namespace Weir.OpenInference;

/// <summary>What every span started inside a scope carries. Null and empty values are not written.</summary>
public sealed record ContextAttributes
{
    /// <summary>Nothing.</summary>
    public static ContextAttributes Empty { get; } = new();

    /// <summary>Session that the trace belongs to: <c>session.id</c>.</summary>
    public string? SessionId { get; init; }

    /// <summary>End user: <c>user.id</c>.</summary>
    public string? UserId { get; init; }

    /// <summary>JSON text of one object: <c>metadata</c>. <see cref="MetadataJson"/> makes it.</summary>
    public string? Metadata { get; init; }

    /// <summary>Tags: <c>tag.tags</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Template with <c>{name}</c> placeholders: <c>llm.prompt_template.template</c>.</summary>
    public string? PromptTemplate { get; init; }

    /// <summary>Version of the template: <c>llm.prompt_template.version</c>.</summary>
    public string? PromptTemplateVersion { get; init; }

    /// <summary>JSON text of the values put into the template: <c>llm.prompt_template.variables</c>.</summary>
    public string? PromptTemplateVariables { get; init; }

    /// <summary>Writes the attributes that are set.</summary>
    public void WriteTo(AttributeSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        Set(sink, SpanAttributes.SessionId, SessionId);
        Set(sink, SpanAttributes.UserId, UserId);
        Set(sink, SpanAttributes.Metadata, Metadata);
        Set(sink, LlmAttributes.PromptTemplate, PromptTemplate);
        Set(sink, LlmAttributes.PromptTemplateVersion, PromptTemplateVersion);
        Set(sink, LlmAttributes.PromptTemplateVariables, PromptTemplateVariables);
        if (!Tags.IsDefaultOrEmpty)
        {
            sink.Set(SpanAttributes.TagTags, [.. Tags]);
        }
    }

    /// <summary>These attributes where they are set, else those of the scope around; per attribute, nothing is merged.</summary>
    internal ContextAttributes Over(ContextAttributes outer) => new()
    {
        SessionId = Inner(SessionId, outer.SessionId),
        UserId = Inner(UserId, outer.UserId),
        Metadata = Inner(Metadata, outer.Metadata),
        Tags = Tags.IsDefaultOrEmpty ? outer.Tags : Tags,
        PromptTemplate = Inner(PromptTemplate, outer.PromptTemplate),
        PromptTemplateVersion = Inner(PromptTemplateVersion, outer.PromptTemplateVersion),
        PromptTemplateVariables = Inner(PromptTemplateVariables, outer.PromptTemplateVariables),
    };

    private static string? Inner(string? inner, string? outer) => string.IsNullOrEmpty(inner) ? outer : inner;

    private static void Set(AttributeSink sink, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            sink.Set(key, value);
        }
    }
}
