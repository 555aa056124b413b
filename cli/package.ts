import { makePackage } from '../manifest/appPackage.ts';
import { PackageError } from '../manifest/packageOptions.ts';

// npm runs its scripts in the repository's folder.
makePackage(process.argv.slice(2), process.cwd()).then(
  (file) => process.stdout.write(`${file}\nUpload it in Teams: Apps, Manage your apps, Upload an app.\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof PackageError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
