/** Errors of requests and mistakes in the input, shown alike. */
export const Problems = ({ of }: { of: readonly ({ message: string } | undefined)[] }) =>
  of.map(
    (problem) =>
      problem && (
        <p key={problem.message} role="alert">
          {problem.message}
        </p>
      ),
  );
