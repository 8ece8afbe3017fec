using System.Text.Json;
using Weir.Tracing.Annotations;
using Weir.Tracing.Search;

namespace Weir.Tracing.Filter;

/// <summary>A span that a filter is asked about. Each part is read only when a condition needs it.</summary>
public interface IFilterSubject
{
    FilterValue ValueOf(SpanField field);

    /// <summary>The attributes, one flat object.</summary>
    JsonElement Attributes { get; }

    /// <summary>Whether every one of these words is somewhere in the texts of the span.</summary>
    bool HasWords(IReadOnlyList<SearchWord> words);

    /// <summary>The annotations with this name.</summary>
    IReadOnlyList<AnnotationValues> AnnotationsOf(AnnotationScope scope, string name);
}
