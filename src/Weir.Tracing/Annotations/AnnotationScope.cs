namespace Weir.Tracing.Annotations;

/// <summary>What an annotation is about. The numbers are stored.</summary>
public enum AnnotationScope
{
    /// <summary>A span; named by its id, 16 hex digits.</summary>
    Span = 0,

    /// <summary>A trace; named by its id, 32 hex digits.</summary>
    Trace = 1,

    /// <summary>A session; named by what its spans say.</summary>
    Session = 2,

    /// <summary>A document that a span retrieved; named by the span's id, a colon, and its place from 0.</summary>
    Document = 3,
}
