namespace Weir.Tracing.Datasets;

/// <summary>What an upload does to a dataset that is there.</summary>
public enum UploadAction
{
    /// <summary>It is refused: the dataset must be new.</summary>
    Create,

    /// <summary>Examples are added, and those with known ids changed.</summary>
    Append,

    /// <summary>The newest version has exactly the uploaded examples: the others are deleted from it.</summary>
    Update,
}
