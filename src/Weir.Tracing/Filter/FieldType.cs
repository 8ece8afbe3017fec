namespace Weir.Tracing.Filter;

/// <summary>What the values of a field are, and so what they can be compared with.</summary>
public enum FieldType
{
    Text,
    Number,
    Time,

    /// <summary>One of a few words, written in any case.</summary>
    Word,

    /// <summary>Hex digits.</summary>
    Id,

    /// <summary>Whatever the span holds: known only when it is read.</summary>
    Any,
}
