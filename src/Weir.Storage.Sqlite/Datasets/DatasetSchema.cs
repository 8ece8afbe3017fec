namespace Weir.Storage.Sqlite.Datasets;

/// <summary>The tables of datasets, experiments and prompts in <c>traces.db</c>.</summary>
/// <remarks>
/// A version of a dataset is a row and the revisions that carry its id: what an example says in a version is its newest revision up to it.
/// What is deleted is moved to the workspace <c>x''</c> first, which nobody has, and its rows are taken away in small steps (<see cref="HiddenRows"/>).
/// </remarks>
internal static class DatasetSchema
{
    /// <summary>One migration.</summary>
    public const string Tables =
        """
        CREATE TABLE datasets(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            workspace BLOB NOT NULL,
            name TEXT NOT NULL,
            description TEXT,
            metadata TEXT NOT NULL,
            created_ns INTEGER NOT NULL,
            updated_ns INTEGER NOT NULL,
            examples INTEGER NOT NULL,
            UNIQUE(workspace, name)) STRICT;

        CREATE TABLE dataset_versions(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            dataset INTEGER NOT NULL,
            created_ns INTEGER NOT NULL) STRICT;
        CREATE INDEX versions_of_dataset ON dataset_versions(dataset);

        CREATE TABLE dataset_examples(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            dataset INTEGER NOT NULL,
            external_id TEXT,
            span_id INTEGER) STRICT;
        CREATE INDEX examples_of_dataset ON dataset_examples(dataset);
        CREATE UNIQUE INDEX examples_by_external_id ON dataset_examples(dataset, external_id) WHERE external_id IS NOT NULL;

        CREATE TABLE dataset_revisions(
            example INTEGER NOT NULL,
            version INTEGER NOT NULL,
            is_deleted INTEGER NOT NULL,
            input TEXT NOT NULL,
            output TEXT NOT NULL,
            metadata TEXT NOT NULL,
            hash BLOB NOT NULL,
            created_ns INTEGER NOT NULL,
            PRIMARY KEY(example, version)) STRICT;

        CREATE TABLE dataset_splits(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            workspace BLOB NOT NULL,
            name TEXT NOT NULL,
            description TEXT,
            color TEXT NOT NULL,
            metadata TEXT NOT NULL,
            created_ns INTEGER NOT NULL,
            updated_ns INTEGER NOT NULL,
            UNIQUE(workspace, name)) STRICT;

        CREATE TABLE split_examples(
            example INTEGER NOT NULL,
            split INTEGER NOT NULL,
            PRIMARY KEY(example, split)) STRICT, WITHOUT ROWID;
        CREATE INDEX examples_of_split ON split_examples(split);

        CREATE TABLE dataset_labels(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            workspace BLOB NOT NULL,
            name TEXT NOT NULL,
            description TEXT,
            color TEXT NOT NULL,
            UNIQUE(workspace, name)) STRICT;

        CREATE TABLE labels_of_datasets(
            dataset INTEGER NOT NULL,
            label INTEGER NOT NULL,
            PRIMARY KEY(dataset, label)) STRICT, WITHOUT ROWID;
        CREATE INDEX datasets_of_label ON labels_of_datasets(label);

        CREATE TABLE experiments(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            workspace BLOB NOT NULL,
            dataset INTEGER NOT NULL,
            version INTEGER NOT NULL,
            name TEXT NOT NULL,
            description TEXT,
            metadata TEXT NOT NULL,
            repetitions INTEGER NOT NULL,
            project TEXT NOT NULL,
            created_ns INTEGER NOT NULL,
            updated_ns INTEGER NOT NULL) STRICT;
        CREATE INDEX experiments_of_dataset ON experiments(dataset);
        CREATE INDEX hidden_experiments ON experiments(id) WHERE workspace = x'';

        CREATE TABLE experiment_examples(
            experiment INTEGER NOT NULL,
            example INTEGER NOT NULL,
            PRIMARY KEY(experiment, example)) STRICT, WITHOUT ROWID;

        CREATE TABLE experiment_runs(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            experiment INTEGER NOT NULL,
            example INTEGER NOT NULL,
            repetition INTEGER NOT NULL,
            output TEXT NOT NULL,
            error TEXT,
            trace_id TEXT,
            start_ns INTEGER NOT NULL,
            end_ns INTEGER NOT NULL,
            UNIQUE(experiment, example, repetition)) STRICT;
        CREATE INDEX runs_of_experiment ON experiment_runs(experiment);

        CREATE TABLE experiment_evaluations(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run INTEGER NOT NULL,
            name TEXT NOT NULL,
            annotator_kind TEXT NOT NULL,
            label TEXT,
            score REAL,
            explanation TEXT,
            error TEXT,
            metadata TEXT NOT NULL,
            trace_id TEXT,
            start_ns INTEGER NOT NULL,
            end_ns INTEGER NOT NULL,
            UNIQUE(run, name)) STRICT;

        CREATE TABLE experiment_tags(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            dataset INTEGER NOT NULL,
            experiment INTEGER NOT NULL,
            name TEXT NOT NULL,
            description TEXT,
            UNIQUE(dataset, name)) STRICT;
        CREATE INDEX tags_of_experiment ON experiment_tags(experiment);

        CREATE TABLE prompts(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            workspace BLOB NOT NULL,
            name TEXT NOT NULL,
            description TEXT,
            source INTEGER,
            metadata TEXT,
            UNIQUE(workspace, name)) STRICT;

        CREATE TABLE prompt_versions(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            prompt INTEGER NOT NULL,
            body TEXT NOT NULL,
            created_ns INTEGER NOT NULL) STRICT;
        CREATE INDEX versions_of_prompt ON prompt_versions(prompt);

        CREATE TABLE prompt_tags(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            prompt INTEGER NOT NULL,
            version INTEGER NOT NULL,
            name TEXT NOT NULL,
            description TEXT,
            UNIQUE(prompt, name)) STRICT;
        CREATE INDEX tags_of_version ON prompt_tags(version)
        """;
}
